const GSM_BASIC = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[\]~|€]*$/;
const GSM_EXTENDED = /[\^{}\\[\]~|€]/g;

/** How many parts a text is billed as: 160 or 153 septets in GSM-7, 70 or 67 characters otherwise. */
export function countSegments(text: string): number {
  const isGsm = GSM_BASIC.test(text);
  const length = isGsm ? text.length + (text.match(GSM_EXTENDED)?.length ?? 0) : text.length;
  const [single, part] = isGsm ? [160, 153] : [70, 67];
  return length <= single ? 1 : Math.ceil(length / part);
}
