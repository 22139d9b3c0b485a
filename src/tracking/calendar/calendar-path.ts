export const calendarPath = (token: string): string => `/api/v1/tracking/calendar/${token}.ics`;
