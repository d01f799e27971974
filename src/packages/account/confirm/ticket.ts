/** The ticket of a scanned sign-in code: after `shuibang:sign-in:`, inside an address, or bare. */
export const ticketIn = (scanned: string): string => {
  const text = scanned.includes('%') ? decode(scanned) : scanned
  const named = /(?:ticket=|shuibang:sign-in:)([A-Za-z0-9_.-]{6,80})/.exec(text)
  if (named) return named[1] ?? ''
  return /^[A-Za-z0-9_.-]{6,80}$/.test(text) ? text : ''
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
