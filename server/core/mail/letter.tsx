import { Body, Button, Container, Head, Heading, Hr, Html, Preview, Section, Text } from "react-email";

/** One row of the facts. */
export interface FactLine {
  label: string;
  value: string;
}

export interface LetterContent {
  language: "de" | "en";
  /** Who writes, above the heading. */
  sender: string;
  preview: string;
  heading: string;
  paragraphs: string[];
  facts: FactLine[];
  button: { label: string; link: string } | null;
  closing: string[];
  /** Who they are, and where. */
  footer: string[];
}

const FONT = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const style = {
  body: { backgroundColor: "#f4f6f6", fontFamily: FONT, margin: 0, padding: "24px 8px" },
  card: { backgroundColor: "#ffffff", borderRadius: "12px", maxWidth: "560px", padding: "32px 28px" },
  sender: { color: "#0f766e", fontSize: "14px", fontWeight: 600, margin: "0 0 20px" },
  heading: {
    color: "#12201f",
    fontSize: "24px",
    fontWeight: 600,
    lineHeight: "30px",
    margin: "0 0 12px",
    overflowWrap: "anywhere",
  },
  text: {
    color: "#3b4948",
    fontSize: "16px",
    lineHeight: "24px",
    margin: "0 0 16px",
    overflowWrap: "anywhere",
    whiteSpace: "pre-line",
  },
  label: {
    color: "#647270",
    fontSize: "14px",
    lineHeight: "22px",
    padding: "7px 16px 7px 0",
    verticalAlign: "top",
    whiteSpace: "nowrap",
  },
  value: {
    color: "#12201f",
    fontSize: "16px",
    fontWeight: 500,
    lineHeight: "22px",
    overflowWrap: "anywhere",
    padding: "7px 0",
    verticalAlign: "top",
    whiteSpace: "pre-line",
  },
  button: {
    backgroundColor: "#0f766e",
    borderRadius: "8px",
    color: "#ffffff",
    display: "inline-block",
    fontSize: "16px",
    fontWeight: 600,
    padding: "12px 22px",
    textDecoration: "none",
  },
  small: { color: "#647270", fontSize: "13px", lineHeight: "20px", margin: "0 0 4px" },
} as const;

/** The elements carry the light colours, which every mail program reads; those that know the dark repaint them. */
const DARK = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background-color: #0f1615 !important; }
  .page td { background-color: transparent !important; }
  .card { background-color: #17201f !important; }
  .strong { color: #e7eeed !important; }
  .soft { color: #c3cfcd !important; }
  .muted { color: #9fb0ad !important; }
  .accent { color: #5eead4 !important; }
  .line { border-color: #2b3736 !important; }
}`;

/** The one look of every e-mail: the fact, a small table of facts, one button. */
export function Letter({
  language,
  sender,
  preview,
  heading,
  paragraphs,
  facts,
  button,
  closing,
  footer,
}: LetterContent) {
  return (
    <Html lang={language}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK}</style>
      </Head>
      <Preview>{preview}</Preview>
      {/* A body without a language of its own would say that it is English. */}
      <Body lang={language} className="page" style={style.body}>
        <Container className="card" style={style.card}>
          <Text className="accent" style={style.sender}>
            {sender}
          </Text>
          <Heading className="strong" style={style.heading}>
            {heading}
          </Heading>
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} className="soft" style={style.text}>
              {paragraph}
            </Text>
          ))}
          {facts.length > 0 && (
            <Section style={{ margin: "8px 0 24px" }}>
              <table role="presentation" cellPadding={0} cellSpacing={0}>
                <tbody>
                  {facts.map(({ label, value }) => (
                    <tr key={label}>
                      <td className="muted" style={style.label}>
                        {label}
                      </td>
                      <td className="strong" style={style.value}>
                        {value}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Section>
          )}
          {button && (
            <Button href={button.link} style={style.button}>
              {button.label}
            </Button>
          )}
          {closing.length > 0 && <Hr className="line" style={{ borderColor: "#e3e8e7", margin: "28px 0 16px" }} />}
          {closing.map((line) => (
            <Text key={line} className="muted" style={style.small}>
              {line}
            </Text>
          ))}
          <Text className="muted" style={{ ...style.small, marginTop: "16px" }}>
            {footer.filter(Boolean).join(" · ")}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}
