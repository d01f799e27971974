/** Every code that a function's source raises is declared by its contract, and every code declared can happen. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { factsOf } from '../../functions/core/io/entry/procedures'
import { deployment } from '../../functions/deployment'
import { ruleErrors } from '../../functions/appointments/schemas'
import { errorCodes, isCallLevel, isErrorCode, type ErrorCode } from '../../functions/core/pure/errors'

type Contract = Readonly<Record<string, Parameters<typeof factsOf>[0]>>

/** Raised for a function by what it shares with others. */
const THROUGH_OTHERS: Readonly<Record<string, readonly ErrorCode[]>> = {
  // core/io/identity/wechat; the sign-in's own router passes it on
  accounts: ['SIGN_IN_FAILED'],
  // accounts/public actingFor; halls/public matterAt
  appointments: ['NO_TAXPAYER', 'MATTER_NOT_HERE'],
  // accounts/public actingFor; core/io/cases/work-items takeWork
  credit: ['NO_TAXPAYER', 'CASE_TAKEN'],
  materials: ['NO_TAXPAYER'],
  // accounts/public actingFor; halls/public matterAt
  queue: ['NO_TAXPAYER', 'MATTER_NOT_HERE'],
  refunds: ['NO_TAXPAYER', 'CASE_TAKEN'],
  // appointments/public insistBookable, takeSeat
  waitlist: [...ruleErrors, 'SLOT_FULL'],
  // core/io/files/parts
  files: ['FILE_CORRUPT'],
  // core/io/events/outcome requeue
  timers: ['NOT_FOUND'],
}

/** Raised on behalf of others, which declare it: accounts/public actingFor, halls/public matterAt. */
const FOR_OTHERS: Readonly<Record<string, readonly ErrorCode[]>> = {
  accounts: ['NO_TAXPAYER'],
  halls: ['MATTER_NOT_HERE'],
}

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'contract.ts')
    .map((name) => join(folder, name))

/** `new AppError('X'`, `code: 'X'`, `refused: 'X'`: a refusal, wherever a rule or a router writes one. */
const RAISED = /(?:AppError\(|code: |refused: |\? |: )'([A-Z][A-Z_]+)'/g
const raisedIn = (name: string): ReadonlySet<string> =>
  new Set(
    filesUnder(join(process.cwd(), 'functions', name)).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(RAISED)].map(([, code = '']) => code).filter(isErrorCode),
    ),
  )

const declaredBy = (contract: Contract): ReadonlySet<string> =>
  new Set(Object.values(contract).flatMap((one) => Object.keys(factsOf(one).errorMap)))

const functions: readonly (readonly [string, Contract])[] = deployment.map(({ name, contract }) => [
  name,
  contract,
])

describe.each(functions)('%s', (name, contract) => {
  const forOthers: readonly string[] = FOR_OTHERS[name] ?? []
  const raised = new Set([
    ...[...raisedIn(name)].filter((code) => !forOthers.includes(code)),
    ...(THROUGH_OTHERS[name] ?? []),
  ])
  const declared = declaredBy(contract)
  it('declares what it raises', () => {
    expect(raised.size).toBeGreaterThan(0)
    expect([...raised].filter((code) => !declared.has(code) && !isCallLevel(code))).toEqual([])
  })
  it('raises what it declares', () => {
    expect([...declared].filter((code) => !raised.has(code))).toEqual([])
  })
  it('declares no code of the call itself', () => {
    expect([...declared].filter((code) => isCallLevel(code))).toEqual([])
  })
})

it('every code of the table belongs to somebody', () => {
  const used = new Set(functions.flatMap(([, contract]) => [...declaredBy(contract)]))
  expect(errorCodes().filter((code) => !used.has(code) && !isCallLevel(code))).toEqual([])
})
