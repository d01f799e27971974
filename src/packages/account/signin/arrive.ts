/** After a sign-in: keep the session and go on where one came from. */
import { returnTo, routes } from '../../../client/routes'
import { beginSession, type NewSession } from '../../../client/session'

/** Only addresses of this application are followed. */
export const safeReturn = (from: string | undefined): string => {
  const address = from === undefined ? '' : decoded(from)
  return /^\/(pages|packages)\/[a-z/-]+(\?.*)?$/.test(address) && !address.includes('/account/signin/')
    ? address
    : routes.home
}

const decoded = (text: string): string => {
  try {
    return text.startsWith('%') ? decodeURIComponent(text) : text
  } catch {
    return ''
  }
}

export const arrive = async (session: NewSession, from: string | undefined): Promise<void> => {
  beginSession(session)
  await returnTo(safeReturn(from))
}
