/** Who signs, told to anybody: a key that only the deployment vouches for must not look like a notary's. */
import type { Context } from '../../core/io/context'
import { say, text, type Text } from '../../core/pure/text'
import { deploymentNotary, holderOf, notaryHere, type NotaryHolder } from './settings'

const SAID: Readonly<Record<NotaryHolder, Text>> = {
  deployment: text(
    '没有配置公证人的密钥：封存和结果由本系统自己的密钥签名，只能说明文件由本系统发布，不代表公证人签名。',
    'No notary’s key is configured: freezes and results are signed by this system’s own key. That shows that the system published them, not that a notary signed.',
  ),
  given: text(
    '由公证人的密钥签名，密钥由本系统保管。请与公证机构公布的公钥比对。',
    'Signed by the notary’s key, which this system holds for her. Compare it with the key that the notary has published.',
  ),
  notary: text(
    '由公证人在自己的设备上签名，密钥不在本系统内。请与公证机构公布的公钥比对。',
    'Signed by the notary on her own machine; this system does not have the key. Compare it with the key that the notary has published.',
  ),
}

export const showNotary = (context: Context) => {
  const holder = holderOf(context)
  return {
    publicKey: notaryHere(context).publicKey,
    holder,
    said: say(SAID[holder], context.language),
    deploymentKey: deploymentNotary(context).publicKey,
  }
}
