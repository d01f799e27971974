/** Main package and sub-packages: which page belongs where, and paths as WeChat resolves them. */
import { app } from './phone.mjs'

const subPackages = (app.subPackages ?? app.subpackages ?? []).map((sub) => ({
  ...sub,
  root: `${sub.root.replace(/^\/|\/$/g, '')}/`,
}))

export const allPages = [
  ...app.pages,
  ...subPackages.flatMap((sub) => sub.pages.map((page) => sub.root + page)),
]
export const tabPages = (app.tabBar?.list ?? []).map((tab) => tab.pagePath.replace(/\.html$/, ''))
export const packageOf = (file) => subPackages.find((sub) => file.startsWith(sub.root))

/** `relative` as seen from the file `base`; a leading slash means the root. */
export const resolvePath = (base, relative) => {
  const parts = relative.startsWith('/') ? [] : base.split('/').slice(0, -1)
  for (const step of relative.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '' && step !== '.') parts.push(step)
  }
  return parts.join('/')
}

/** WeChat hands the query over as it stands, without decoding. */
export const parseUrl = (url) => {
  const [path, search = ''] = url.replace(/^\//, '').split('?')
  const pairs = search
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
    })
  return { path, query: Object.fromEntries(pairs) }
}
