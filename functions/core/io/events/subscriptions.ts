/** Who handles which kind of event. Generated from the registry by `npm run docs`: do not edit. */

export const SUBSCRIPTIONS: Readonly<Record<string, readonly string[]>> = {
  'accounts.bindingEnded': ['accounts'],
  'accounts.claimsDisplaced': ['accounts'],
  'accounts.erased': ['accounts', 'appointments', 'refunds'],
  'accounts.erasureUnderWay': ['accounts'],
  'accounts.nameUnneeded': ['accounts'],
  'accounts.taxpayerErased': ['appointments', 'refunds'],
  'accounts.verified': ['appointments'],
  'appointments.booked': ['appointments'],
  'appointments.cancelled': ['appointments'],
  'appointments.dayClosed': ['appointments'],
  'appointments.dayReopened': ['appointments'],
  'appointments.holdLapses': ['appointments'],
  'appointments.ownerErased': ['appointments'],
  'appointments.seatFreed': ['appointments'],
  'appointments.visitNears': ['appointments'],
  'inbox.notice': ['inbox'],
  'refunds.clockRuns': ['refunds'],
  'refunds.correctionLapses': ['refunds'],
  'refunds.payoutSettled': ['refunds'],
}
