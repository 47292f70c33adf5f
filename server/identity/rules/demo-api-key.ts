/** The demo's key to the API; the seed stores its digest, demo.json tells it. Worth nothing where there is no demo data. */
export const DEMO_API_KEY = "ask_live_demoSalo_OnlyForTheDemoAndNeverForRealCustomers00";
