/** A chain of our own for tests: draws with it are rehearsals. */
import { ownChain, type OwnChain } from '../../../platform/demo/chain'

export type TestChain = OwnChain

export const testChain = (
  name = 'rehearsal',
  options?: { readonly period?: number; readonly genesis?: number },
): TestChain => ownChain(name, options)
