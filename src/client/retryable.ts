/** The codes after which the same call may be tried again. Generated from the registry by `npm run docs`: do not edit. */
export const RETRYABLE: ReadonlySet<string> = new Set([
  'BALLOT_DRAWING',
  'BUSY',
  'CODE_TOO_SOON',
  'FILE_CORRUPT',
  'INTERNAL',
  'NOT_DRAWN',
  'PERIOD_CLOSED',
  'RATE_LIMITED',
  'SIGN_IN_FAILED',
])
