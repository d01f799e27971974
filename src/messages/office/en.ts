/** What pages of an office have in common, en. */
export const texts = {
  signIn: 'Sign in with a staff account',
  toMe: 'Back to “Me”',
  gone: 'Not found',
  begunGo: 'Go on writing',
  begunDrop: 'Discard it',
} as const
