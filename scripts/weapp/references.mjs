/** Every page, component, picture and required file exists and may be reached from where it is named. */
import path from 'node:path'

const PAGE_PARTS = ['.js', '.json', '.wxml']
const REQUIRE = /(?<![.\w$])require\("(\.[^"]*)"\)/g
const REMOTE = /url\(["']?https?:|@font-face|<web-view/

const pageProblems = ({ pages, app, has }) => [
  ...pages.flatMap((page) =>
    PAGE_PARTS.filter((part) => !has(page + part)).map((part) => `${page}${part} is missing`),
  ),
  ...(app.tabBar?.list ?? []).flatMap((tab) => [
    ...(app.pages.includes(tab.pagePath) ? [] : [`tab ${tab.pagePath} is not in the main package`]),
    ...[tab.iconPath, tab.selectedIconPath]
      .filter((icon) => icon && !has(icon))
      .map((icon) => `tab picture ${icon} is missing`),
  ]),
  ...(app.themeLocation && !has(app.themeLocation) ? [`${app.themeLocation} is missing`] : []),
]

/** A sub-package may use itself and the main package; an independent one only itself. */
const reach = ({ packageOf }, from, to) => {
  const [own, other] = [packageOf(from), packageOf(to)]
  if (other && other !== own) return `${from} reaches into another sub-package: ${to}`
  return own?.independent && !other
    ? `${from} is independent and reaches into the main package: ${to}`
    : undefined
}

const componentProblems = (output) =>
  output.files
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) =>
      Object.values(output.json(file).usingComponents ?? {})
        .filter((url) => !url.startsWith('plugin:'))
        .map((url) => {
          const target = path.posix
            .join(url.startsWith('/') ? '' : path.posix.dirname(file), url)
            .replace(/^\//, '')
          return output.has(`${target}.js`)
            ? reach(output, file, target)
            : `${file}: component ${url} is missing`
        }),
    )

const requireProblems = (output) =>
  output.files
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) =>
      [...output.text(file).matchAll(REQUIRE)].map(([, relative]) => {
        const target = `${path.posix.join(path.posix.dirname(file), relative).replace(/\.js$/, '')}.js`
        return output.has(target) ? reach(output, file, target) : `${file}: require("${relative}") is missing`
      }),
    )

const remoteProblems = ({ files, text }) =>
  files
    .filter((file) => file.endsWith('.wxss') && REMOTE.test(text(file)))
    .map((file) => `${file} loads a remote picture or font`)

/** @returns {string[]} */
export const referenceProblems = (output) =>
  [
    ...pageProblems(output),
    ...componentProblems(output),
    ...requireProblems(output),
    ...remoteProblems(output),
  ].filter((problem) => problem !== undefined)
