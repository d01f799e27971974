/** Turns WeChat's style sheets into CSS: rpx, imports, and its element names. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import postcss from 'postcss'
import selectors from 'postcss-selector-parser'

/** A screen is 750 rpx wide, whatever the phone. */
const RPX = /(-?[\d.]+)rpx/g
/** Names that Taro's own sheet uses for a page rendered elsewhere; they match nothing inside WeChat. */
const HTML_NAMES = new Set(['html', 'body', 'a', 'div', 'span', 'p', 'img'])

const elementName = (name) => {
  if (name === 'page') return '.wx-page-body'
  return HTML_NAMES.has(name) || name.startsWith('wx-') ? name : `wx-${name}`
}
const renameElements = selectors((tree) =>
  tree.walkTags((tag) => {
    tag.value = elementName(tag.value)
  }),
)
const insideKeyframes = (rule) => rule.parent?.type === 'atrule' && /keyframes$/.test(rule.parent.name)

/** @param {string} root @param {string} file relative to root @param {Set<string>} [seen] */
export const wxssToCss = (root, file, seen = new Set()) => {
  const at = path.join(root, file)
  if (seen.has(at) || !existsSync(at)) return ''
  seen.add(at)
  const sheet = postcss.parse(readFileSync(at, 'utf8'), { from: at })
  let imported = ''
  sheet.walkAtRules('import', (rule) => {
    const target = /["']([^"']+)["']/.exec(rule.params)?.[1]
    if (target)
      imported += wxssToCss(
        root,
        target.startsWith('/') ? target.slice(1) : path.join(path.dirname(file), target),
        seen,
      )
    rule.remove()
  })
  sheet.walkDecls((declaration) => {
    declaration.value = declaration.value.replace(RPX, (_, number) => `calc(${number} * 100vw / 750)`)
  })
  sheet.walkRules((rule) => {
    if (!insideKeyframes(rule)) rule.selector = renameElements.processSync(rule.selector)
  })
  return `${imported}${sheet.toString()}\n`
}
