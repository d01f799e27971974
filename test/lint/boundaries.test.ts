/** Each dependency rule refuses a snippet that breaks it, and lets the lawful neighbour pass. */
import { lint } from '../harness/lint/lint'

const importing = (source: string, { types = false, name = 'x' } = {}) =>
  `import ${types ? 'type ' : ''}{ ${name} } from '${source}'\nexport const y = ${types ? 'undefined as unknown as x' : name}\n`

interface Case {
  readonly says: string
  readonly file: string
  readonly code: string
  /** Undefined when lint has nothing to say. */
  readonly rule?: string
}
const boundary = 'shuibang/boundaries'
const cases: readonly Case[] = [
  {
    says: 'rules may use core/pure',
    file: 'functions/appointments/rules/a.ts',
    code: importing('../../core/pure/time'),
  },
  {
    says: 'rules may use their own data',
    file: 'functions/appointments/rules/a.ts',
    code: importing('../data/limits'),
  },
  {
    says: 'rules may not use zod',
    file: 'functions/appointments/rules/a.ts',
    code: importing('zod'),
    rule: boundary,
  },
  {
    says: 'rules may not use zod even as a type',
    file: 'functions/appointments/rules/a.ts',
    code: importing('zod', { types: true }),
    rule: boundary,
  },
  {
    says: 'curves are reckoned by one package, in one file',
    file: 'functions/lottery/rules/draw/curves.ts',
    code: importing('@noble/curves/bls12-381'),
  },
  {
    says: 'other rules may not use it',
    file: 'functions/lottery/rules/draw/a.ts',
    code: importing('@noble/curves/bls12-381'),
    rule: boundary,
  },
  {
    says: 'nor may that file use other packages',
    file: 'functions/lottery/rules/draw/curves.ts',
    code: importing('@noble/hashes/sha2'),
    rule: boundary,
  },
  {
    says: 'contracts use zod/mini',
    file: 'functions/appointments/contract.ts',
    code: "import * as z from 'zod/mini'\nexport const y = z.string()\n",
  },
  {
    says: 'contracts do not use all of zod',
    file: 'functions/appointments/contract.ts',
    code: "import * as z from 'zod'\nexport const y = z.string()\n",
    rule: boundary,
  },
  {
    says: 'rules may not use node modules',
    file: 'functions/appointments/rules/a.ts',
    code: importing('node:crypto'),
    rule: boundary,
  },
  {
    says: 'rules may not use core/io',
    file: 'functions/appointments/rules/a.ts',
    code: importing('../../core/io/context', { types: true }),
    rule: boundary,
  },
  {
    says: 'rules may not use their own router',
    file: 'functions/appointments/rules/a.ts',
    code: importing('../router'),
    rule: boundary,
  },
  {
    says: 'data may not use the contract',
    file: 'functions/appointments/data/a.ts',
    code: importing('../contract'),
    rule: boundary,
  },
  {
    says: 'core/pure may not use a function',
    file: 'functions/core/pure/a.ts',
    code: importing('../../appointments/rules/limits'),
    rule: boundary,
  },
  {
    says: "rules may not use another function's rules",
    file: 'functions/accounts/rules/a.ts',
    code: importing('../../appointments/rules/limits'),
    rule: boundary,
  },
  {
    says: 'rules may not load lazily either',
    file: 'functions/accounts/rules/a.ts',
    code: "export const a = () => import('../router')\n",
    rule: boundary,
  },
  {
    says: "a router may use another function's public",
    file: 'functions/appointments/router.ts',
    code: importing('../accounts/public'),
  },
  {
    says: "a router may use another function's contract as types",
    file: 'functions/appointments/router.ts',
    code: importing('../accounts/contract', { types: true }),
  },
  {
    says: "a router may not use another function's contract as code",
    file: 'functions/appointments/router.ts',
    code: importing('../accounts/contract'),
    rule: boundary,
  },
  {
    says: "a router may not use another function's router",
    file: 'functions/appointments/router.ts',
    code: importing('../accounts/router'),
    rule: boundary,
  },
  {
    says: "a router may not re-export another function's room",
    file: 'functions/appointments/router.ts',
    code: "export { x } from '../accounts/collections'\n",
    rule: boundary,
  },
  {
    says: 'core/io knows no function',
    file: 'functions/core/io/entry/a.ts',
    code: importing('../../../accounts/public'),
    rule: boundary,
  },
  {
    says: 'functions do not know the platform',
    file: 'functions/accounts/router.ts',
    code: importing('../../platform/server/page'),
    rule: boundary,
  },
  {
    says: 'screens may use rules',
    file: 'src/pages/home/a.ts',
    code: importing('../../../functions/appointments/rules/fields'),
  },
  {
    says: 'screens may use core/pure',
    file: 'src/client/a.ts',
    code: importing('../../functions/core/pure/time'),
  },
  {
    says: 'screens may use contracts as types',
    file: 'src/client/a.ts',
    code: importing('../../functions/accounts/contract', { types: true }),
  },
  {
    says: 'screens may not use contracts as code',
    file: 'src/client/a.ts',
    code: importing('../../functions/accounts/contract'),
    rule: boundary,
  },
  {
    says: 'screens may not use routers',
    file: 'src/client/a.ts',
    code: importing('../../functions/accounts/router'),
    rule: boundary,
  },
  {
    says: 'screens may not use core/io',
    file: 'src/client/a.ts',
    code: importing('../../functions/core/io/context', { types: true }),
    rule: boundary,
  },
  {
    says: 'screens do not carry zod',
    file: 'src/client/a.ts',
    code: "import * as z from 'zod'\nexport const y = z.string()\n",
    rule: boundary,
  },
  {
    says: 'screens do not know tests',
    file: 'src/client/a.ts',
    code: importing('../../test/harness/taro/taro'),
    rule: boundary,
  },
  {
    says: 'platform/main.ts may use platform/demo',
    file: 'platform/main.ts',
    code: importing('./demo/seed'),
  },
  {
    says: 'the server may not use platform/demo',
    file: 'platform/server/a.ts',
    code: importing('../demo/seed'),
    rule: boundary,
  },
  {
    says: 'functions may not use OpenTelemetry',
    file: 'functions/core/io/telemetry/a.ts',
    code: importing('@opentelemetry/api'),
    rule: boundary,
  },
  {
    says: 'the server may not use OpenTelemetry at its start',
    file: 'platform/server/a.ts',
    code: importing('@opentelemetry/api'),
    rule: boundary,
  },
  {
    says: 'the server’s telemetry may use OpenTelemetry',
    file: 'platform/server/telemetry/a.ts',
    code: importing('@opentelemetry/api'),
  },
  {
    says: 'the platform does not know the emulator',
    file: 'platform/server/a.ts',
    code: importing('../../test/harness/cloudbase/emulator'),
    rule: boundary,
  },
  {
    says: 'functions do not know the emulator',
    file: 'functions/core/io/store/cloudbase/a.ts',
    code: importing('../../../../../test/harness/cloudbase/emulator'),
    rule: boundary,
  },
  {
    says: 'scripts may not use platform/demo',
    file: 'scripts/a.ts',
    code: importing('../platform/demo/seed'),
    rule: boundary,
  },
  {
    says: 'the ceiling uses nothing of ours',
    file: 'bench/ceiling.ts',
    code: importing('../functions/core/pure/time'),
    rule: boundary,
  },
  {
    says: 'oc is used in procedure.ts',
    file: 'functions/core/io/procedure.ts',
    code: importing('@orpc/contract', { name: 'oc' }),
  },
  {
    says: 'oc is used nowhere else',
    file: 'functions/accounts/contract.ts',
    code: importing('@orpc/contract', { name: 'oc' }),
    rule: 'no-restricted-imports',
  },
  {
    says: 'os is used nowhere',
    file: 'functions/accounts/router.ts',
    code: importing('@orpc/server', { name: 'os' }),
    rule: 'no-restricted-imports',
  },
  {
    says: 'zod comes as a namespace',
    file: 'functions/accounts/contract.ts',
    code: importing('zod', { name: 'z' }),
    rule: 'shuibang/zod-namespace',
  },
  {
    says: 'rules may not use Intl',
    file: 'functions/accounts/rules/a.ts',
    code: "export const a = new Intl.NumberFormat('zh')\n",
    rule: 'no-restricted-globals',
  },
  {
    says: 'rules may not read the clock',
    file: 'functions/accounts/rules/a.ts',
    code: 'export const a = () => Date.now()\n',
    rule: 'no-restricted-syntax',
  },
  {
    says: "rules may not make today's date",
    file: 'functions/accounts/rules/a.ts',
    code: 'export const a = () => new Date()\n',
    rule: 'no-restricted-syntax',
  },
  {
    says: 'rules may make a given date',
    file: 'functions/accounts/rules/a.ts',
    code: 'export const a = (at: number) => new Date(at)\n',
  },
  {
    says: 'rules may not draw randomness',
    file: 'functions/accounts/rules/a.ts',
    code: 'export const a = () => Math.random()\n',
    rule: 'no-restricted-syntax',
  },
  {
    says: 'screens may not touch the DOM',
    file: 'src/ui/a.ts',
    code: "export const a = () => document.querySelector('x')\n",
    rule: 'no-restricted-globals',
  },
  {
    says: 'screens may not use Intl',
    file: 'src/ui/a.ts',
    code: 'export const a = () => new Intl.DateTimeFormat()\n',
    rule: 'no-restricted-globals',
  },
  {
    says: 'no any',
    file: 'platform/server/a.ts',
    code: 'export const a: any = 1\n',
    rule: '@typescript-eslint/no-explicit-any',
  },
  {
    says: 'no non-null assertion',
    file: 'src/ui/a.ts',
    code: 'export const a = (b?: string) => b!.length\n',
    rule: '@typescript-eslint/no-non-null-assertion',
  },
  {
    says: 'no ts-ignore',
    file: 'functions/accounts/a.ts',
    code: '// @ts-ignore because\nexport const a = 1\n',
    rule: '@typescript-eslint/ban-ts-comment',
  },
  {
    says: 'no file past 300 lines',
    file: 'functions/accounts/a.ts',
    code: `${'export {}\n'.repeat(301)}`,
    rule: 'max-lines',
  },
  { says: 'data may be long', file: 'functions/accounts/data/a.ts', code: `${'export {}\n'.repeat(301)}` },
  {
    says: 'no default export',
    file: 'functions/accounts/a.ts',
    code: 'export default 1\n',
    rule: 'no-restricted-syntax',
  },
  {
    says: 'a page has a default export',
    file: 'src/pages/home/index.tsx',
    code: 'export default function Home() { return null }\n',
  },
  {
    says: 'lint cannot be switched off',
    file: 'functions/accounts/a.ts',
    code: '/* eslint-disable */\nexport const a: any = 1\n',
    rule: '@typescript-eslint/no-explicit-any',
  },
]

describe('lint', () => {
  let answers: ReturnType<typeof lint>
  beforeAll(() => {
    answers = lint(cases)
  }, 60_000)

  test.each(cases.map((one, index) => [one.says, index] as const))('%s', (_says, index) => {
    const rules = (answers[index] ?? [])
      .map(({ rule }) => rule)
      .filter((rule) => rule !== '@typescript-eslint/no-unused-vars')
    const expected = cases[index]?.rule
    expect(rules).toEqual(expected === undefined ? [] : expect.arrayContaining([expected]))
  })
})
