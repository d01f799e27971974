/** Privacy as one sees it: what is kept, who saw it, take it along, delete it. */
import { useSignedIn } from '../../../client/use-signed-in'
import { useText } from '../../../messages'
import { texts } from '../messages'
import { Card, Column, Icon, Row, Screen, Section, SignedOut } from '../../../ui'
import { View } from '@tarojs/components'
import { EraseCard } from './erase'
import { ExportCard } from './export'
import { AccessLog } from './seen'

const KEPT = ['kept1', 'kept2', 'kept3', 'kept4'] as const

export default function Privacy() {
  const t = useText(texts)
  const signedIn = useSignedIn()
  return (
    <Screen id="privacy-page" title={t('privacyTitle')}>
      <Section>{t('keptTitle')}</Section>
      <Card>
        <Column gap={12}>
          {KEPT.map((key) => (
            <Row key={key} start top>
              <View className="sb-ok">
                <Icon name="check" size="small" />
              </View>
              <View className="grow">{t(key)}</View>
            </Row>
          ))}
        </Column>
      </Card>
      {signedIn ? (
        <>
          <Section>{t('seenTitle')}</Section>
          <AccessLog />
          <ExportCard />
          <EraseCard />
        </>
      ) : (
        <SignedOut />
      )}
    </Screen>
  )
}
