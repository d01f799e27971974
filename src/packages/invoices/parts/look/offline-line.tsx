/** What was found offline, in one line: what is wrong, what to look at, and that this proves nothing. */
import { View } from '@tarojs/components'
import { useText } from '../../../../messages'
import { Icon, role, Words } from '../../../../ui'
import { texts } from '../../messages'
import { countOf, type LookedInvoice } from '../../model/looked'

const ICONS = { ok: 'check', warning: 'info', fail: 'close' } as const
const TONES = { ok: 'ok', warning: 'warn', fail: 'danger' } as const

export const OfflineLine = ({ looked }: { readonly looked: Pick<LookedInvoice, 'findings' | 'worst'> }) => {
  const t = useText(texts)
  const { findings, worst } = looked
  const n = countOf(findings, worst)
  return (
    <View id="offline" className={`inv-offline sb-${TONES[worst]}`} {...role('status')}>
      <Icon name={ICONS[worst]} size="small" />
      <View className="grow">
        <Words as="b">{t(`offline.${worst}`, { n })}</Words>
        <Words as="s">{t('offline.note')}</Words>
      </View>
    </View>
  )
}
