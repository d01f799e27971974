/**
 * The one way to declare what a function offers. No procedure exists without a permission, a scope and an effect:
 * oRPC's own builders are a lint error outside this file.
 */
import { oc } from '@orpc/contract'
import type * as z from 'zod/v4/core'
import { rowOf, type ErrorCode } from '../pure/errors'
import type { Duty } from '../pure/duties-data'
import type { Role } from './identity/roles'

/** `anyone` needs no session, `account` any signed-in account, a role that role, `timer` only a schedule. */
export type Allow = 'anyone' | 'account' | 'timer' | Role

export interface Permission {
  readonly allow: readonly Allow[]
  /** Whose things it touches: everyone's, the caller's own, those of the caller's halls, those of the caller's regions. */
  readonly scope: 'public' | 'self' | 'hall' | 'region'
  /** What one of the caller's grants must carry beside an allowed role; where it does, the handler asks by `mayAct`. */
  readonly duty?: Duty
  /** `read` changes nothing; `mutate` confirms by one commit with a receipt; `job` runs under a lease. */
  readonly effect: 'read' | 'mutate' | 'job'
}

export interface ProcedureMeta extends Permission {
  /** One English line for the API document. */
  readonly summary: string
  /**
   * Input fields that only the caller of the first call can know: a login code, a secret. Where anyone may call, a repeat
   * is answered by its receipt only to who shows them again; without them callers who are nobody have no receipts at all,
   * since two strangers may send the same key.
   */
  readonly provenBy?: readonly string[]
}

type DataSchemas = Partial<Record<ErrorCode, z.$ZodType>>
type ErrorItems<C extends ErrorCode, D extends DataSchemas> = {
  [K in C]: D[K] extends z.$ZodType
    ? { status: number; message: string; data: D[K] }
    : { status: number; message: string }
}

const errorItems = (
  codes: readonly ErrorCode[],
  data: DataSchemas,
): Record<string, { status: number; message: string; data?: z.$ZodType }> =>
  Object.fromEntries(
    codes.map((code) => {
      const schema = data[code]
      const { status, message } = rowOf(code)
      const item = { status, message: message.en }
      return [code, schema ? { ...item, data: schema } : item]
    }),
  )

/**
 * Declares a procedure. `raises` lists the codes it may answer with beyond those of the call itself; `data` gives the
 * schema of what a code carries. Continue with `.input(schema).output(schema)`.
 *
 * @example
 * procedure({ summary: 'One appointment', allow: ['account'], scope: 'self', effect: 'read', raises: ['NOT_FOUND'] })
 *   .input(z.object({ id: appointmentId })).output(appointment)
 */
export const procedure = <
  const C extends ErrorCode = never,
  const D extends DataSchemas = Record<never, never>,
>(
  declaration: ProcedureMeta & { readonly raises?: readonly C[]; readonly data?: D },
) => {
  const { raises = [], data = {}, ...meta } = declaration
  return oc.$meta<ProcedureMeta>(meta).errors(errorItems(raises, data) as ErrorItems<C, D>)
}
