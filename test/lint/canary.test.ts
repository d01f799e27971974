/** Canaries: screens see no Node types, pure code neither those nor the DOM, functions no DOM. */
import path from 'node:path'
import ts from 'typescript'

const root = path.resolve(__dirname, '..', '..')

/** The compiler's complaints about `code`, were it a file beside the project's own. */
const complaints = (project: string, code: string): string[] => {
  const config = path.join(root, project)
  const parsed = ts.getParsedCommandLineOfConfigFile(
    config,
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (problem) => {
        throw new Error(String(problem.messageText))
      },
    },
  )
  if (!parsed) throw new Error(`${project} cannot be read`)
  const canary = path.join(path.dirname(config), 'canary.ts')
  const options = {
    ...parsed.options,
    composite: false,
    emitDeclarationOnly: false,
    declaration: false,
    noEmit: true,
    tsBuildInfoFile: undefined,
    incremental: false,
  }
  const host = ts.createCompilerHost(options)
  const read = host.getSourceFile.bind(host)
  host.getSourceFile = (file, version) =>
    path.resolve(file) === canary ? ts.createSourceFile(file, code, version) : read(file, version)
  const exists = host.fileExists.bind(host)
  host.fileExists = (file) => path.resolve(file) === canary || exists(file)
  const program = ts.createProgram(
    [canary, ...parsed.fileNames.filter((file) => file.endsWith('.d.ts'))],
    options,
    host,
  )
  const source = program.getSourceFile(canary)
  return program
    .getSemanticDiagnostics(source)
    .map((problem) => ts.flattenDiagnosticMessageText(problem.messageText, ' '))
}

const node = "import { readFileSync } from 'node:fs'\nexport const a = Buffer.from(readFileSync('a'))\n"
const dom = "export const a = document.querySelector('a')\nexport const b = localStorage.getItem('b')\n"
const plain = 'export const a = [1, 2].map((one) => one + 1)\n'

describe('type projects', () => {
  test.each([
    ['src/tsconfig.json', node, /node:fs|Buffer/],
    ['src/tsconfig.json', dom, /document[\s\S]*localStorage/],
    ['functions/tsconfig.json', dom, /document[\s\S]*localStorage/],
    ['functions/tsconfig.pure.json', node, /node:fs|Buffer/],
    ['functions/tsconfig.pure.json', dom, /document[\s\S]*localStorage/],
    ['platform/tsconfig.json', dom, /document[\s\S]*localStorage/],
  ])(
    '%s refuses %j',
    (project, code, word) => {
      const found = complaints(project, code)
      expect(found.length).toBeGreaterThanOrEqual(2)
      expect(found.join('\n')).toMatch(word)
    },
    30_000,
  )

  test.each([
    'src/tsconfig.json',
    'functions/tsconfig.json',
    'functions/tsconfig.pure.json',
    'platform/tsconfig.json',
  ])(
    '%s accepts plain code',
    (project) => {
      expect(complaints(project, plain)).toEqual([])
    },
    30_000,
  )

  test('functions have Node', () => {
    expect(complaints('functions/tsconfig.json', node)).toEqual([])
  }, 30_000)
})
