/** What these pages may be opened with; anything malformed is dropped, never trusted. */
import { isAppointmentId } from '../../../../functions/appointments/rules/fields'

export const readAppointment = ({
  appointment,
}: Readonly<Record<string, string | undefined>>): string | undefined =>
  appointment !== undefined && isAppointmentId(appointment) ? appointment : undefined
