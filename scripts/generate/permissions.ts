/** `docs/permissions.md`: who may do what, for a person to review. */
import { metaOf, type FunctionModule } from '../../functions/core/io/entry/procedures'
import type { ProcedureMeta } from '../../functions/core/io/procedure'

type Contracts = Readonly<Record<string, Pick<FunctionModule, 'contract'>>>

const HEAD = `# Permissions

Generated from the contracts by \`npm run docs\`: do not edit. A change here is a change of who may do what, and is reviewed as one.

**Allow**: \`anyone\` needs no session, \`account\` any signed-in account, a role that role, \`timer\` only the deployment's own schedules.
**Scope**: whose things it touches: everyone's (\`public\`), the caller's own (\`self\`), those of the caller's halls (\`hall\`) or regions (\`region\`).
Another's id always answers like an unknown one.
**Effect**: \`read\` changes nothing, \`mutate\` confirms by one commit with a receipt, \`job\` runs under a lease.
`

/** The column stands where any procedure asks for a duty. */
const DUTY_NOTE =
  '**Duty**: what the same grant must carry beside the role, granted by hall or region; see `functions/core/pure/duties-data.ts`.\n'

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const row = (name: string, meta: ProcedureMeta, withDuties: boolean): string => {
  const { allow, duty, scope, effect, summary } = meta
  const duties = withDuties ? [duty ?? ''] : []
  return line([`\`${name}\``, allow.join(', '), ...duties, scope, effect, summary.replaceAll('|', '\\|')])
}

const section = (name: string, contract: FunctionModule['contract'], withDuties: boolean): string => {
  const heads = ['Procedure', 'Allow', ...(withDuties ? ['Duty'] : []), 'Scope', 'Effect', 'What it does']
  return [
    `## ${name}`,
    '',
    line(heads),
    `|${'---|'.repeat(heads.length)}`,
    ...Object.entries(contract).map(([key, one]) => row(`${name}/${key}`, metaOf(one), withDuties)),
    '',
  ].join('\n')
}

export const permissionsDocument = (functions: Contracts): string => {
  const withDuties = Object.values(functions).some(({ contract }) =>
    Object.values(contract).some((one) => metaOf(one).duty !== undefined),
  )
  return [
    withDuties ? `${HEAD}${DUTY_NOTE}` : HEAD,
    ...Object.entries(functions).map(([name, { contract }]) => section(name, contract, withDuties)),
  ].join('\n')
}
