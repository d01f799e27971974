/** Which mini-program versions are still served. */

const numbers = (version: string): readonly number[] | undefined => {
  const match = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})/.exec(version)
  return match?.slice(1).map(Number)
}

/** Is `version` older than `minimum`, both `major.minor.patch`? A version that cannot be read is not older. */
export const isOlder = (version: string, minimum: string): boolean => {
  const [mine, least] = [numbers(version), numbers(minimum)]
  if (!mine || !least) return false
  const at = mine.findIndex((number, place) => number !== least[place])
  return at >= 0 && (mine[at] ?? 0) < (least[at] ?? 0)
}
