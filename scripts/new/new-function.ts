/** Writes the skeleton of a function from the templates beside this file, and its line in the registry and in the app's routes. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { format, resolveConfig } from 'prettier'

const TEMPLATES = 'scripts/new/function'
const REGISTRY = 'functions/registry.ts'
const ROUTES = 'src/app.config.ts'
const NAME = /^[a-z][a-z]{2,19}$/

const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`

const filled = (text: string, name: string): string =>
  text
    .replaceAll('__NAME__', name.toUpperCase())
    .replaceAll('__Name__', capital(name))
    .replaceAll('__name__', name)

const templatesIn = (root: string): readonly string[] =>
  readdirSync(path.join(root, TEMPLATES), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tpl'),
  )

/** A longer name breaks lines elsewhere. */
const formatted = async (file: string, text: string): Promise<string> =>
  format(text, { ...(await resolveConfig(file)), filepath: file })

/** The registry's lines stay in order. */
const withLine = (registry: string, name: string): string => {
  const line = `export { manifest as ${name} } from './${name}/manifest'`
  const rows = registry.trimEnd().split('\n')
  const listed = rows.filter((row) => row.startsWith('export {'))
  return `${[...rows.filter((row) => !listed.includes(row)), ...[...listed, line].sort()].join('\n')}\n`
}

const LAST_ROUTE = '  ],\n  preloadRule'
const withRoute = (routes: string, name: string): string => {
  if (!routes.includes(LAST_ROUTE)) throw new Error(`${ROUTES}: the end of subPackages is not where it was`)
  const line = `    { root: 'packages/${name}', name: '${name}', pages: ['add/index'] },\n`
  return routes.replace(LAST_ROUTE, `${line}${LAST_ROUTE}`)
}

/**
 * @param root the project's folder
 * @returns the files written, relative to it
 * @throws Error for a name that cannot be one, or that is taken
 */
export const newFunction = async (root: string, name: string): Promise<readonly string[]> => {
  if (!NAME.test(name)) throw new Error('a function is named by one word: 3 to 20 small letters')
  if (name === 'core' || existsSync(path.join(root, 'functions', name))) throw new Error(`${name} is taken`)
  const write = async (template: string): Promise<string> => {
    const file = filled(template.replace(/\.tpl$/, ''), name)
    const text = filled(readFileSync(path.join(root, TEMPLATES, template), 'utf8'), name)
    const at = path.join(root, file)
    mkdirSync(path.dirname(at), { recursive: true })
    writeFileSync(at, file.endsWith('.md') ? text : await formatted(at, text))
    return file
  }
  const written = await Promise.all(templatesIn(root).map(write))
  const edit = (file: string, change: (text: string, name: string) => string): string => {
    const at = path.join(root, file)
    writeFileSync(at, change(readFileSync(at, 'utf8'), name))
    return file
  }
  return [...written.sort(), edit(REGISTRY, withLine), edit(ROUTES, withRoute)]
}
