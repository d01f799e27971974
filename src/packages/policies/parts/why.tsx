/** Why I am told of it: what I said that it asks for, the way to change that, and whether I follow it. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../client/api'
import { go, goSignIn, routes } from '../../../client/routes'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { Await, Button, Card, Column, Note, role, Row, Skeleton, Tag, Words } from '../../../ui'
import { texts } from '../messages'
import type { Reasons } from '../model/answers'
import { useReasons } from './queries'

const Told = ({ of: { everybody, reasons } }: { readonly of: Reasons }) => {
  const t = useText(texts)
  if (everybody) return <Words>{t('why.everybody')}</Words>
  if (reasons.length === 0) return <Words>{t('why.none')}</Words>
  return (
    <>
      <Words>{t('why.reasons')}</Words>
      <Row id="reasons" start wrap gap={8}>
        {reasons.map((reason) => (
          <Tag key={reason} tone="ok">
            {reason}
          </Tag>
        ))}
      </Row>
    </>
  )
}

const Follow = ({
  id,
  following,
  onChange,
}: {
  readonly id: string
  readonly following: boolean
  readonly onChange: (following: boolean) => void
}) => {
  const t = useText(texts)
  const [left, setLeft] = useState(false)
  const follow = useAction((on: boolean, key) => api.policies.follow({ id, on }, { key }))
  const change = async (on: boolean): Promise<void> => {
    const done = await follow.run(on)
    if (!done) return
    setLeft(!done.following)
    onChange(done.following)
  }
  const said = following ? 'why.following' : left ? 'why.unfollowed' : 'why.followNote'
  return (
    <>
      {follow.error && (
        <Note tone="danger" icon="warn">
          <View {...role('alert')}>{follow.error.message}</View>
        </Note>
      )}
      <Words id="follow-state" as={following ? 's ok' : 's'} live>
        {t(said)}
      </Words>
      <Button
        id="follow"
        kind={following ? 'ghost' : 'primary'}
        icon={following ? 'check' : 'plus'}
        loading={follow.busy}
        onPress={() => void change(!following)}
      >
        {t(following ? 'why.unfollow' : 'why.follow')}
      </Button>
    </>
  )
}

export const Why = ({ id, ended }: { readonly id: string; readonly ended: boolean }) => {
  const t = useText(texts)
  const reasons = useReasons(id)
  const head = (
    <Words as="h" level={2}>
      {t('why.title')}
    </Words>
  )
  if (reasons.signedOut)
    return (
      <Card id="why">
        <Column gap={12}>
          {head}
          <Words>{t('why.signIn')}</Words>
          <Button id="why-sign-in" kind="ghost" onPress={() => void goSignIn()}>
            {t('why.signInDo')}
          </Button>
        </Column>
      </Card>
    )
  return (
    <Card id="why">
      <Column gap={12}>
        {head}
        <Await query={reasons} skeleton={<Skeleton cards={1} lines={2} />}>
          {(known) => (
            <>
              <Told of={known} />
              <Button id="to-profile" kind="text" onPress={() => void go(routes.profile)}>
                {t('why.profile')}
              </Button>
              {(!ended || known.following) && (
                <Follow
                  id={id}
                  following={known.following}
                  onChange={(following) => reasons.set({ ...known, following })}
                />
              )}
            </>
          )}
        </Await>
      </Column>
    </Card>
  )
}
