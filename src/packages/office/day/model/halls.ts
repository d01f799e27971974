/** Of the halls that the server says are the officer's, the one to show. */

/** The one asked for when it is theirs, else the first. */
export const hallToShow = <H extends { readonly id: string }>(
  mine: readonly H[],
  asked: string | undefined,
): H | undefined => mine.find(({ id }) => id === asked) ?? mine[0]
