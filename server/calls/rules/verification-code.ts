/** Whose code it is: encrypted for one customer, it can't be told to another. */
export const verificationCodePlace = (customerId: string) => ({
  column: "call/verification.requested",
  rowId: customerId,
});
