/** The demonstration's people: one tap signs in as one of them. */
import { useState } from 'react'
import { call } from '../../../client/call'
import { serverNow } from '../../../client/server-time'
import type { NewSession } from '../../../client/session'
import { isRecord } from '../../../client/storage'
import { useQuery } from '../../../client/use-query'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { texts } from '../messages'
import { common } from '../../../messages/common'
import { Badge, Column, List, ListItem, Note, Section, Skeleton, Tag, Words } from '../../../ui'
import { ROLES, type Role } from './roles'

export interface Person {
  /** What `signInAs` takes. */
  readonly person: string
  readonly name: string
  readonly note: string
  readonly roles: readonly Role[]
}

const textOf = (record: Record<string, unknown>, ...names: readonly string[]): string => {
  for (const name of names) {
    const value = record[name]
    if (typeof value === 'string') return value
  }
  return ''
}

const isRole = (value: unknown): value is Role => ROLES.some((role) => role === value)

/** The demonstration's answer is no contract: it is read with care. */
export const readPeople = (body: unknown): readonly Person[] => {
  const list = isRecord(body) && Array.isArray(body['people']) ? body['people'] : []
  return list.filter(isRecord).flatMap((record) => {
    const person = textOf(record, 'person', 'id', 'name')
    const roles = Array.isArray(record['roles']) ? record['roles'].filter(isRole) : []
    return person === ''
      ? []
      : [{ person, name: textOf(record, 'name', 'person'), note: textOf(record, 'title', 'note'), roles }]
  })
}

const readSession = (body: unknown): NewSession | undefined => {
  if (!isRecord(body) || typeof body['token'] !== 'string') return undefined
  const { token, expiresAt, accountId } = body
  return {
    token,
    ...(typeof expiresAt === 'number' ? { expiresAt } : {}),
    ...(typeof accountId === 'string' ? { accountId } : {}),
  }
}

export const People = ({ onSession }: { readonly onSession: (session: NewSession) => void }) => {
  const t = useText(texts)
  const roleText = useText(common)
  const [chosen, setChosen] = useState('')
  const people = useQuery('people', async () =>
    readPeople(await call('accounts', 'people', {}, { read: true })),
  )
  const signIn = useAction(async (person: string, key) => {
    return readSession(await call('accounts', 'signInAs', { person }, { key }))
  })
  const enter = (person: string): void => {
    setChosen(person)
    void signIn.run(person).then((session) => {
      if (session) onSession(session)
    })
  }
  if (people.error && people.data === undefined) return <Note icon="info">{t('peopleNone')}</Note>
  if (people.data === undefined) return <Skeleton cards={1} />
  return (
    <Column gap={8}>
      <Section>{t('people')}</Section>
      <Words as="s">{t('peopleNote')}</Words>
      {signIn.error && (
        <Note tone="danger" icon="warn">
          {signIn.error.message}
        </Note>
      )}
      <List id="people">
        {people.data.map(({ person, name, note, roles }) => (
          <ListItem
            key={person}
            id={`person-${person}`}
            lead={<Badge icon={roles.some((role) => role !== 'taxpayer') ? 'desk' : 'me'} tone="quiet" />}
            title={name}
            note={note}
            label={t('choose', { name })}
            trail={
              signIn.busy && chosen === person ? (
                <Tag>…</Tag>
              ) : (
                <>
                  {roles.map((role) => (
                    <Tag key={role} tone={role === 'taxpayer' ? 'quiet' : 'ok'}>
                      {roleText(`role.${role}`)}
                    </Tag>
                  ))}
                </>
              )
            }
            onPress={() => enter(person)}
          />
        ))}
        <ListItem
          id="person-new"
          lead={<Badge icon="plus" />}
          title={t('newPerson')}
          onPress={() => enter(`new-${serverNow().toString(36)}`)}
        />
      </List>
    </Column>
  )
}
