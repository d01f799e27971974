/** The built functions, as they are deployed: made once for all test files, which read them and change nothing. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface BuiltFile {
  readonly file: string
  readonly bytes: number
  /** Bytes by module. */
  readonly inputs: Readonly<Record<string, number>>
}
export interface BuiltFunction {
  readonly name: string
  readonly files: readonly BuiltFile[]
}

/** One folder for each function. Inside the project, so that libsql is found. */
export const builtFolder = join(process.cwd(), 'dist/functions')

/** Builds them when they are not what the sources say. @returns what each weighs @throws Error with what the build said */
export const buildFunctions = (): readonly BuiltFunction[] => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', 'functions'], {
    cwd: process.cwd(),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stdout + stderr)
  return JSON.parse(
    readFileSync(join(process.cwd(), '.cache/build/functions.json'), 'utf8'),
  ) as readonly BuiltFunction[]
}
