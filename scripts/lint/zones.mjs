/** Which part of the project a file belongs to, by its path alone. */
import path from 'node:path'

/** `functions/<feature>/…`, where core is not a feature. */
const FEATURE = /^functions\/([^/]+)\//
const PURE = /^functions\/(core\/pure\/|[^/]+\/(rules|data)\/)/

/**
 * @param {string} file relative to the project, with forward slashes
 * @returns {{ part: string, feature: string | undefined, room: string, pure: boolean, file: string }} `room` is the file
 * inside its feature without extension: `contract`, `public`, `rules/limits`
 */
export const zoneOf = (file) => {
  const part = file.split('/')[0] ?? ''
  const feature = FEATURE.exec(file)?.[1]
  const room = (feature ? file.slice(`functions/${feature}/`.length) : file)
    .replace(/\.(tsx?|mjs|js|json)$/, '')
    .replace(/\/index$/, '')
  return { part, feature, room, pure: PURE.test(file), file }
}

/** The project file that a relative import names (extension as written), or undefined for a package. */
export const targetOf = (from, source) =>
  source.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(from), source)) : undefined
