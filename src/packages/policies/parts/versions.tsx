/** Each version of a policy, the last first: when, and what was corrected or why it was withdrawn. */
import { go, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { texts as ofPolicy } from '../../../messages/policies'
import { List, ListItem, Section, Tag, Words } from '../../../ui'
import { texts } from '../messages'
import type { PolicyFull } from '../model/answers'

export const Versions = ({ of, version }: { readonly of: PolicyFull; readonly version: number }) => {
  const t = useText(texts)
  const words = useText(ofPolicy)
  const language = useLanguage()
  const { policy, versions } = of
  return (
    <>
      <Section>{t('versions.title')}</Section>
      <List id="versions">
        {versions.map((one) => {
          const shown = one.version === version
          // What was withdrawn reads as it was before: nothing else stands there.
          const opens = !shown && one.change !== 'withdrawn'
          const to = one.version === policy.version ? undefined : one.version
          return (
            <ListItem
              key={one.version}
              id={`version-${one.version}`}
              title={t('versions.row', { n: one.version, change: words(`change.${one.change}`) })}
              note={
                <>
                  <Words>{one.why ?? t('versions.first')}</Words>
                  <Words as="num">{momentText(one.at, language)}</Words>
                </>
              }
              trail={shown ? <Tag tone="quiet">{t('versions.shown')}</Tag> : undefined}
              {...(opens
                ? {
                    label: t('versions.look', { n: one.version }),
                    onPress: () => void go(routes.policy(policy.id, to)),
                  }
                : {})}
            />
          )
        })}
      </List>
    </>
  )
}
