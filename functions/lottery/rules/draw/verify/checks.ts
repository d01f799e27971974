/** What a verification says, line by line. It never stops at the first fault: what can still be checked is. */
import { text, type Text } from '../../../../core/pure/text'
import type { VerifyBls } from '../beacon'
import { fromHex } from '../../../../core/pure/bytes'
import { signedMessage, type SignedDocument } from '../documents'
import type { Published } from '../published'
import type { HashBlocks } from '../../../../core/pure/sha256'
import type { Read } from '../shape'

/** `note`: nothing that can be reckoned from the files, but whoever verifies must know it. */
export type CheckState = 'holds' | 'fails' | 'note'

export interface Check {
  /** Stable: `root`, `beacon`, `winners`. */
  readonly code: string
  readonly state: CheckState
  readonly says: Text
}

export interface Verifying {
  readonly files: Published
  readonly verifyBls: VerifyBls
  readonly verifyEd25519: (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => boolean
  readonly hash: HashBlocks
  /** The notary's key, hex, as it was learnt elsewhere; undefined: the one that the files name is told, not trusted. */
  readonly notary?: string
  /** Takes a chain that is not quicknet: for rehearsals. */
  readonly allowTestChain?: boolean
  readonly tell: (check: Check) => void
}

/** Tells whether something holds, and hands it on. */
export const checked = (
  { tell }: Pick<Verifying, 'tell'>,
  code: string,
  holds: boolean,
  says: { readonly right: Text; readonly wrong: Text },
): boolean => {
  tell({ code, state: holds ? 'holds' : 'fails', says: holds ? says.right : says.wrong })
  return holds
}

/** The document, or undefined once its fault was told. */
export const documentOrTold = <T>(
  { tell }: Pick<Verifying, 'tell'>,
  file: string,
  read: Read<T>,
): T | undefined => {
  if (read.ok) return read.value
  const says =
    read.fault === 'missing'
      ? text(`缺少文件 ${file}`, `${file} is missing`)
      : read.fault === 'notJson'
        ? text(`${file} 不是所要求的格式`, `${file} is not what it should be`)
        : text(`${file} 的 ${read.fault} 不符合要求`, `${file}: ${read.fault} is not what it should be`)
  tell({ code: 'shape', state: 'fails', says })
  return undefined
}

/** Signed by the notary that it names, and by the one expected where that is known. */
export const signatureChecked = (verifying: Verifying, file: string, document: SignedDocument): boolean => {
  const { notary = document.notary, verifyEd25519 } = verifying
  const holds =
    document.notary === notary &&
    verifyEd25519(fromHex(document.signature), signedMessage(document), fromHex(notary))
  return checked(verifying, 'signature', holds, {
    right: text(`${file} 由公证公钥 ${notary} 签名`, `${file} is signed by the notary's key ${notary}`),
    wrong: text(
      `${file} 的签名不是公证公钥 ${notary} 对这份内容的签名`,
      `${file} is not signed by the notary's key ${notary}, or was changed after it was`,
    ),
  })
}
