export const bookAppointment = () => null;
