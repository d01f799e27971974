/**
 * The functions that the engine calls. Their names end in a number: another body gets the next number, so that old and new
 * code side by side each find what they were written for, and neither calls the other's a fault. Nothing in them depends on the order of keys, which jsonb does
 * not keep.
 */
import { commit } from './functions-commit'
import { at, key, patch, patched, put } from './functions-patch'

export interface StoredFunction {
  readonly name: string
  /** Types of its arguments, as `to_regprocedure` wants them. */
  readonly types: string
  /** From the names of its arguments to its options. */
  readonly head: string
  readonly body: string
}

export const storedFunctions: readonly StoredFunction[] = [key, at, put, patched, patch, commit]
