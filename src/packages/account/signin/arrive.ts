/** After a sign-in: keep the session and go on where one came from. */
import Taro from '@tarojs/taro'
import { replace, routes } from '../../../client/routes'
import { beginSession } from '../../../client/session'

/** Only addresses of this application are followed. */
export const safeReturn = (from: string | undefined): string => {
  const address = from === undefined ? '' : decoded(from)
  return /^\/(pages|packages)\/[a-z/-]+(\?.*)?$/.test(address) && !address.includes('/account/signin/') ? address : routes.home
}

const decoded = (text: string): string => {
  try {
    return text.startsWith('%') ? decodeURIComponent(text) : text
  } catch {
    return ''
  }
}

const pathOf = (address: string): string => (address.split('?')[0] ?? '').replace(/^\//, '')

export const arrive = async (session: { readonly token: string; readonly expiresAt?: number }, from: string | undefined): Promise<void> => {
  beginSession(session)
  const target = safeReturn(from)
  const pages = Taro.getCurrentPages()
  const before = pages[pages.length - 2]?.route ?? ''
  // The page that asked is still there, with its draft: back to it.
  if (before !== '' && pathOf(before) === pathOf(target)) await Taro.navigateBack()
  else await replace(target)
}
