export const exceptionKinds = ["vacation", "sick", "training", "blocked", "closed", "special_hours"] as const;
