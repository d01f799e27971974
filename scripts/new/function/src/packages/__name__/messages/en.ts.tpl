/** Words of the __name__ pages, en. */
export const texts = {
  title: '__name__',
  line: 'Text',
  add: 'Keep it',
  added: 'Kept',
  left: 'There is room for {n} more.',
  another: 'Keep another',
  signInLead: 'Sign in to keep lines of your own',
} as const
