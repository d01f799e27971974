/**
 * The fastest hash of blocks there is here: @chainsafe/hashtree (native, fourteen times as fast as the plain one) where its binary is installed,
 * otherwise the plain one of rules/draw. Both give the same; a cloud that ships no binaries only takes longer.
 */
import { hashBlocks, type HashBlocks } from '../../core/pure/sha256'

interface Native {
  readonly hashInto: HashBlocks
}
const isNative = (module: unknown): module is Native =>
  typeof module === 'object' && module !== null && typeof (module as Partial<Native>).hashInto === 'function'

export interface Hashing {
  readonly engine: 'hashtree' | 'plain'
  readonly hash: HashBlocks
}

export const PLAIN: Hashing = { engine: 'plain', hash: hashBlocks }

const loadNative = (): Promise<unknown> => import('@chainsafe/hashtree')

/** @param load tests give one that fails, as where no binary fits the machine */
export const bestHashing = async (load: () => Promise<unknown> = loadNative): Promise<Hashing> => {
  try {
    const module = await load()
    // A CommonJS package: Node hands its exports over as the default one.
    const native = isNative(module) ? module : (module as { readonly default?: unknown }).default
    return isNative(native) ? { engine: 'hashtree', hash: native.hashInto } : PLAIN
  } catch {
    return PLAIN
  }
}
