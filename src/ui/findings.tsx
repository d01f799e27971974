/** Every condition that was looked at: what is not met first, then what to look at again, then what is met. For sub-packages alone. */
import { View } from '@tarojs/components'
import type { Finding } from '../../functions/core/pure/law'
import { say } from '../../functions/core/pure/text'
import { useLanguage, useText } from '../messages'
import { texts } from '../messages/cases'
import { Column, Icon, Tag, Words } from './basics'
import type { IconName } from './icon-names'
import { classes, named, role } from './press'
import './findings.css'

type Kind = 'failed' | 'warning' | 'kept'
const kindOf = ({ ok, warning }: Finding): Kind => (ok ? 'kept' : warning ? 'warning' : 'failed')

const LOOKS: Readonly<Record<Kind, { readonly icon: IconName; readonly tone: 'danger' | 'warn' | 'ok' }>> = {
  failed: { icon: 'close', tone: 'danger' },
  warning: { icon: 'warn', tone: 'warn' },
  kept: { icon: 'check', tone: 'ok' },
}

const One = ({ id, finding }: { readonly id: string; readonly finding: Finding }) => {
  const t = useText(texts)
  const language = useLanguage()
  const kind = kindOf(finding)
  const { icon, tone } = LOOKS[kind]
  const { rule, found, basis, unconfirmed } = finding
  return (
    <View {...named(id)} className={classes('sb-finding', kind)} {...role('listitem')}>
      <View className="sb-finding-mark">
        <Icon name={icon} size="small" />
      </View>
      <View className="sb-col g4 grow">
        <View className="sb-finding-head">
          <View className="grow">
            <Words as={kind === 'kept' ? '' : 'b'}>{say(rule, language)}</Words>
          </View>
          <Tag tone={tone}>{t(`finding.${kind}`)}</Tag>
        </View>
        {found && <Words>{t('found', { found: say(found, language) })}</Words>}
        <Words as="s">{t('basis', { basis: say(basis, language) })}</Words>
        {unconfirmed && <Words as="s warn">{t('unconfirmedNote')}</Words>}
      </View>
    </View>
  )
}

const useSentence = () => {
  const t = useText(texts)
  return (counts: Readonly<Record<Kind, number>>): string => {
    if (counts.failed > 0) return t('findings.failed', { n: counts.failed })
    if (counts.warning > 0) return t('findings.warned', { n: counts.warning })
    return counts.kept > 0 ? t('findings.kept', { n: counts.kept }) : t('findings.none')
  }
}

/** The sentence on top is read aloud when it changes. */
export const Findings = ({
  id,
  findings,
}: {
  readonly id: string
  readonly findings: readonly Finding[]
}) => {
  const t = useText(texts)
  const sentence = useSentence()
  const of = (kind: Kind): readonly Finding[] => findings.filter((finding) => kindOf(finding) === kind)
  const counts = { failed: of('failed').length, warning: of('warning').length, kept: of('kept').length }
  const as = counts.failed > 0 ? 'h danger' : counts.warning > 0 ? 'h warn' : 'h ok'
  return (
    <Column id={id} gap={12}>
      <Words id={`${id}-sentence`} as={findings.length > 0 ? as : 's'} live>
        {sentence(counts)}
      </Words>
      {findings.length > 0 && (
        <View className="sb-findings" {...role('list')} aria-label={t('findings.list')}>
          {[...of('failed'), ...of('warning'), ...of('kept')].map((finding) => (
            <One key={finding.code} id={`${id}-${finding.code}`} finding={finding} />
          ))}
        </View>
      )}
    </Column>
  )
}
