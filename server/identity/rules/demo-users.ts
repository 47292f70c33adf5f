/** Who can sign in to the demo; the seed creates them, the sign-in page of a demo offers them. */
export const DEMO_PASSWORD = "demo-demo-demo";

export interface DemoUser {
  email: string;
  name: string;
  role: "admin" | "manager" | "receptionist" | "staff" | "super_admin";
  /** Null for who works for the platform itself. */
  company: "salon" | "physio" | null;
}

export const DEMO_USERS: DemoUser[] = [
  { email: "owner@salon-lindner.demo", name: "Katharina Lindner", role: "admin", company: "salon" },
  { email: "manager@salon-lindner.demo", name: "Yusuf Aydın", role: "manager", company: "salon" },
  { email: "receptionist@salon-lindner.demo", name: "Sabine Vogt", role: "receptionist", company: "salon" },
  { email: "staff@salon-lindner.demo", name: "Jonas Brandl", role: "staff", company: "salon" },
  { email: "owner@physio-amsee.demo", name: "Dr. Miriam Seidel", role: "admin", company: "physio" },
  { email: "platform@askproai.demo", name: "Petra Plattner", role: "super_admin", company: null },
];
