/** Before all else: that a policy is withdrawn, or that this is not its last version, or what was corrected in it. */
import { View } from '@tarojs/components'
import { replace, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { Button, Note, role, Words } from '../../../ui'
import { texts } from '../messages'
import type { PolicyFull, VersionRow } from '../model/answers'

const Why = ({
  of,
  label,
}: {
  readonly of: VersionRow
  readonly label: 'policy.why' | 'policy.correctedWhat'
}) => {
  const t = useText(texts)
  const language = useLanguage()
  return (
    <>
      {of.why !== null && <View>{t(label, { why: of.why })}</View>}
      <Words as="s num">{momentText(of.at, language)}</Words>
    </>
  )
}

/** @param version the one that is shown */
export const Standing = ({ of, version }: { readonly of: PolicyFull; readonly version: number }) => {
  const t = useText(texts)
  const { policy, state, versions } = of
  const [last] = versions
  if (!last) return null
  if (state === 'withdrawn')
    return (
      <Note tone="danger" icon="warn">
        <View id="withdrawn" {...role('alert')}>
          <Words as="b">{t('policy.withdrawn')}</Words>
          <Why of={last} label="policy.why" />
        </View>
      </Note>
    )
  if (version !== policy.version)
    return (
      <Note tone="warn" icon="info">
        <View id="old-version" {...role('status')}>
          {t('policy.old', { n: version })}
        </View>
        <Button id="to-now" kind="ghost" onPress={() => void replace(routes.policy(policy.id))}>
          {t('policy.toNow')}
        </Button>
      </Note>
    )
  return last.change === 'corrected' ? (
    <Note icon="info">
      <View id="corrected" {...role('status')}>
        <Words as="b">{t('policy.corrected')}</Words>
        <Why of={last} label="policy.correctedWhat" />
      </View>
    </Note>
  ) : null
}
