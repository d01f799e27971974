/** A party's secret for one draw and its commitment, made where nobody else is: no network, nothing written. */
import { partyCommitment, SECRET_BYTES } from '../../functions/lottery/rules/draw/reveals'
import { toHex } from '../../functions/core/pure/bytes'

export interface MadeSecret {
  readonly secret: string
  readonly commitment: string
}

/** @param random as node:crypto's randomBytes */
export const makeSecret = (party: string, random: (bytes: number) => Uint8Array): MadeSecret => {
  const secret = random(SECRET_BYTES)
  return { secret: toHex(secret), commitment: partyCommitment(party, secret) }
}

const EN = ({ secret, commitment }: MadeSecret, party: string): string => `party:      ${party}
secret:     ${secret}
commitment: ${commitment}

Hand in the commitment, with the party's name written exactly so, before the list is frozen.
Keep the secret on paper or on a disk that is not connected, and tell nobody: not the operator, not another party.
It is asked for only if the named round of public randomness does not come. Then hand it in before the time is over:
who does not is named in the result, and the draw goes on without.
It serves one draw. Make another for the next.`

const ZH = ({ secret, commitment }: MadeSecret, party: string): string => `参与方：${party}
秘密值：${secret}
承诺值：${commitment}

请在名单封存前提交承诺值，参与方名称要与上面完全一致。
秘密值请写在纸上或存入不联网的介质，不要告诉任何人，包括主办方和其他参与方。
只有指定的那一轮公共随机数没有产生时，才会请您公开秘密值。请在期限内公开：
没有公开的参与方会写进抽奖结果，抽奖照常进行。
一个秘密值只用于一次抽奖，下一次请重新生成。`

export const secretText = (party: string, made: MadeSecret, zh: boolean): string =>
  (zh ? ZH : EN)(made, party)
