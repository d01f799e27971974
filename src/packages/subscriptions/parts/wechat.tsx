/** WeChat's messages: how many of each template are left, and one more by a tap, inside WeChat. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '../../../client/api'
import { askWechat, useConsents } from '../../../client/ask-grant'
import { useText } from '../../../messages'
import { Await, Button, Card, Column, Note, Row, Section, Words } from '../../../ui'
import { texts } from '../messages'

type Template = Output<'subscriptions', 'consents'>['templates'][number]

const inWechat = (): boolean => process.env.TARO_ENV === 'weapp'

const One = ({ one, onAsk }: { readonly one: Template; readonly onAsk: () => void }) => {
  const t = useText(texts)
  const { template, title, remaining, templateId } = one
  const isOffered = templateId !== null
  const count = remaining > 0 ? t('left', { n: remaining }) : t(isOffered ? 'noneLeft' : 'noTemplate')
  return (
    <Row id={`template-${template}`} stack>
      <Column grow>
        <Words as="b">{title}</Words>
        <Words as="s num" live>
          {count}
        </Words>
      </Column>
      {inWechat() && isOffered && (
        <Button id={`more-${template}`} kind="ghost" label={t('moreOf', { title })} onPress={onAsk}>
          {t('more')}
        </Button>
      )}
    </Row>
  )
}

/** What is offered here, or was allowed while it was. */
const isShown = ({ templateId, remaining }: Template): boolean => templateId !== null || remaining > 0

/** On the web the way to more is told; inside WeChat it is there. */
const HowToGetMore = ({ refused }: { readonly refused: boolean }) => {
  const t = useText(texts)
  return (
    <>
      <Words as="s">{t('wechatLead')}</Words>
      {!inWechat() && (
        <Note icon="info">
          <View id="wechat-on-web">{t('wechatOnWeb')}</View>
        </Note>
      )}
      {refused && (
        <Note tone="warn">
          <View id="refused">{t('refused')}</View>
        </Note>
      )}
    </>
  )
}

export const Wechat = () => {
  const t = useText(texts)
  const consents = useConsents()
  const [refused, setRefused] = useState(false)
  // WeChat asks only while the tap is fresh: nothing may be waited for before.
  const ask = (one: Template): void => {
    setRefused(false)
    void askWechat([one]).then((outcome) => setRefused(outcome !== 'granted'))
  }
  return (
    <>
      <Section>{t('wechat')}</Section>
      <Await query={consents}>
        {({ templates }) => {
          const shown = templates.filter(isShown)
          return (
            <Card id="wechat">
              <Column gap={12}>
                {shown.length === 0 ? (
                  <Words as="s">{t('noTemplate')}</Words>
                ) : (
                  <HowToGetMore refused={refused} />
                )}
                {shown.map((one) => (
                  <One key={one.template} one={one} onAsk={() => ask(one)} />
                ))}
              </Column>
            </Card>
          )
        }}
      </Await>
    </>
  )
}
