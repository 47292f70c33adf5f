// No provider at the other end: whoever asks one is refused at once.
for (const name of ["RETELL_BASE_URL", "CALCOM_BASE_URL", "RESEND_BASE_URL", "TWILIO_API_BASE"])
  process.env[name] = "http://127.0.0.1:9";
