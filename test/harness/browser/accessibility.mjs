/** What a machine can tell about accessibility: axe's rules, sizes of targets, text that is cut off. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './process.mjs'

const axe = readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')
/** WCAG 2.2 A and AA. One rule that axe itself calls experimental is left out: a card's name sums its text up. */
const OPTIONS = (kind) => ({
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
  // Inside WeChat a page is scrolled by touch and by the screen reader; there is no keyboard to reach it with.
  rules: {
    'label-content-name-mismatch': { enabled: false },
    'scrollable-region-focusable': { enabled: kind === 'web' },
  },
})
const MIN_TARGET = 44

/** @returns {Promise<string[]>} serious and critical violations, one line each */
export const axeProblems = async ({ page, kind }) => {
  // Once a document: a screen that is navigated to keeps it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${axe}\n;undefined`)
  const scope = kind === 'weapp' ? '.wx-page:not([hidden])' : 'body'
  const violations = await page.evaluate(
    ([within, options]) =>
      window.axe.run(within, options).then((result) =>
        result.violations.map(({ id, impact, nodes }) => ({
          id,
          impact,
          where: nodes.map(
            (node) =>
              `${node.target.join(' ')} ${node.failureSummary?.split('\n').slice(1, 2).join('').trim() ?? ''}`,
          ),
        })),
      ),
    [scope, OPTIONS(kind)],
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, where }) => `${id}: ${where.slice(0, 4).join(' ; ')}`)
}

/** Controls smaller than 44 px either way; a link inside a sentence is exempt (WCAG 2.2, 2.5.8). */
export const smallTargets = ({ page }) =>
  page.evaluate(
    (least) =>
      [
        ...document.querySelectorAll(
          '[role="button"], [role="link"], [role="radio"], [role="tab"], [role="switch"], button, input',
        ),
      ]
        .filter(
          (element) =>
            element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
            !element.closest('.wx-nav, .wx-tabbar, .taro-tabbar__tabbar, .wx-overlay, [aria-hidden="true"]'),
        )
        .map((element) => {
          const within = element.matches('input')
            ? (element.closest('.sb-field, .sb-search, .sb-input') ?? element)
            : element
          const { width, height } = within.getBoundingClientRect()
          return {
            name: element.id || element.textContent.trim().slice(0, 20),
            width: Math.round(width * 10) / 10,
            height: Math.round(height * 10) / 10,
          }
        })
        .filter(
          ({ width, height }) => width > 0 && height > 0 && (width < least - 0.5 || height < least - 0.5),
        )
        .map(({ name, width, height }) => `${name} ${width}×${height}`),
    MIN_TARGET,
  )

/** Boxes that hide part of their own text, and pages that scroll sideways. */
export const clippedText = ({ page, kind }) =>
  page.evaluate((weapp) => {
    const hides = (style) =>
      ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY)
    const ownText = (element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '')
    const offscreen = (element) =>
      element.closest(
        '.sb-hidden, [aria-hidden="true"], [hidden], .wx-nav, .wx-tabbar, .taro-tabbar__tabbar',
      ) !== null
    const cut = [...document.querySelectorAll('body *')]
      .filter((element) => {
        if (!ownText(element) || offscreen(element) || !element.checkVisibility()) return false
        for (let box = element; box && box !== document.body; box = box.parentElement) {
          const style = getComputedStyle(box)
          if (!hides(style) || style.display === 'inline') continue
          if (
            box.scrollWidth > box.clientWidth + 1 &&
            style.overflowX !== 'auto' &&
            style.overflowX !== 'scroll'
          )
            return true
          if (
            box.scrollHeight > box.clientHeight + 1 &&
            style.overflowY !== 'auto' &&
            style.overflowY !== 'scroll'
          )
            return box === element
        }
        return false
      })
      .map((element) => `cut off: ${element.textContent.trim().slice(0, 30)}`)
    const page = weapp ? document.querySelector('.wx-page:not([hidden])') : document.documentElement
    return [
      ...cut,
      ...(page.scrollWidth > page.clientWidth + 1
        ? [`scrolls sideways: ${page.scrollWidth} of ${page.clientWidth} px`]
        : []),
    ]
  }, kind === 'weapp')
