/** The cases of every function that the registry lists, by `<function>/<procedure>`. */
import { deployment } from '../../../functions/deployment'
import type { FunctionCases, Recipe, Stranger } from './cases'

const ofAll = deployment.map(({ name }) => {
  // Found by the function's name, so that a new one is in no list here.
  const { cases } = jest.requireActual<{ readonly cases: FunctionCases }>(`../../functions/${name}/cases`)
  return { name, cases }
})

const byProcedure = <T>(of: (cases: FunctionCases) => Readonly<Record<string, T>> | undefined) =>
  Object.fromEntries(
    ofAll.flatMap(({ name, cases }) =>
      Object.entries(of(cases) ?? {}).map(([key, one]) => [`${name}/${key}`, one] as const),
    ),
  ) as Readonly<Record<string, T>>

export const recipes = byProcedure<Recipe>(({ recipes: own }) => own)
export const strangers = byProcedure<Stranger>(({ strangers: own }) => own)
export const owned = byProcedure(({ owned: own }) => own)
export const open = byProcedure<string>(({ open: own }) => own)
type Unknown = Readonly<Record<string, string | readonly string[]>>

const unknownOf = Object.fromEntries(ofAll.map(({ name, cases }) => [name, cases.unknown ?? {}]))

/** Ids that nothing has, by the field that names them: of the procedure, else of its function. */
export const unknownIds = (procedure: string): Unknown => {
  const [name = '', key = ''] = procedure.split('/')
  const entries = Object.entries(unknownOf[name] ?? {})
  const own = entries.flatMap(([field, one]) =>
    field.startsWith(`${key}.`) ? [[field.slice(key.length + 1), one] as const] : [],
  )
  return Object.fromEntries([...entries.filter(([field]) => !field.includes('.')), ...own])
}
