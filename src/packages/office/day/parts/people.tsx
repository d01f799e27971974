/** Who comes when: a table on a desk, cards on a phone, and the same rows on paper. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { ApiError } from '../../../../client/errors'
import { useText } from '../../../../messages'
import { texts } from '../../messages'
import { rangeText } from '../../../../messages/dates'
import { Button, classes, Empty, PagedEnd, Row, SearchBox, Tag, Words, type Tone } from '../../../../ui'
import type { Person } from '../../../booking/model/answers'
import { spacedCode } from '../../../booking/model/ticket'
import { byTime, findPeople } from '../model/summary'
import { NoteSheet } from './note-sheet'

const tones: Readonly<Record<Person['state'], Tone>> = {
  held: 'warn',
  booked: 'ok',
  cancelled: 'quiet',
  cancelledLate: 'quiet',
  cancelledByHall: 'quiet',
  lapsed: 'quiet',
}

const PersonRow = ({ person, onNote }: { readonly person: Person; readonly onNote: () => void }) => {
  const t = useText(texts)
  const gone = person.state !== 'booked' && person.state !== 'held'
  return (
    <View id={`person-${person.code}`} className={classes('of-row', gone && 'gone')} role="row">
      <View className="of-cell of-time sb-num" role="cell">
        {rangeText(person.start, person.end)}
      </View>
      <View className="of-cell of-code sb-num" role="cell">
        {spacedCode(person.code)}
      </View>
      <View className="of-cell of-name" role="cell">
        {person.name}
        {person.hasNote && (
          <View className="no-print">
            <Button
              id={`note-${person.code}`}
              kind="text"
              icon="info"
              label={t('note.open', { name: person.name })}
              onPress={onNote}
            >
              {t('note.mark')}
            </Button>
          </View>
        )}
      </View>
      <View className="of-cell of-matter" role="cell">
        {person.matterName}
      </View>
      <View className="of-cell of-standing" role="cell">
        <View className={person.standing === 'verified' ? 'sb-ok' : 'sb-s'}>
          {t(`standing.${person.standing}`)}
        </View>
      </View>
      <View className="of-cell of-state" role="cell">
        <Tag tone={tones[person.state]}>{t(`person.${person.state}`)}</Tag>
      </View>
      <View className="of-cell of-arrived" role="cell" aria-label={t('column.arrived')} />
    </View>
  )
}

const Head = () => {
  const t = useText(texts)
  return (
    <View className="of-row of-head" role="row">
      {(['time', 'code', 'name', 'matter', 'standing', 'state', 'arrived'] as const).map((column) => (
        <View key={column} className={`of-cell of-${column}`} role="columnheader">
          {t(`column.${column}`)}
        </View>
      ))}
    </View>
  )
}

export const People = ({
  people,
  complete,
  error,
  onMore,
}: {
  readonly people: readonly Person[]
  /** Everybody is here; else the rest is on its way, or failed. */
  readonly complete: boolean
  readonly error: ApiError | undefined
  readonly onMore: () => void
}) => {
  const t = useText(texts)
  const [words, setWords] = useState('')
  const [reading, setReading] = useState<Person>()
  const found = findPeople(people, words)
  return (
    <View className="sb-card flush of-people" id="people">
      <View className="of-people-top no-print">
        <Row>
          <Words as="h" level={2}>
            {t('people')}
          </Words>
          <Words as="s" live>
            {t(complete ? 'people.count' : 'people.countSoFar', { n: found.length })}
          </Words>
        </Row>
        {people.length > 0 && (
          <SearchBox id="people-search" value={words} placeholder={t('people.search')} onInput={setWords} />
        )}
      </View>
      {people.length === 0 && (
        <Empty icon="people" title={t('people.none')}>
          {t('people.noneWay')}
        </Empty>
      )}
      {people.length > 0 && found.length === 0 && (
        <Empty
          icon="search"
          title={t('people.notFound', { words })}
          action={t('people.all')}
          onAction={() => setWords('')}
        >
          {t('people.notFoundWay')}
        </Empty>
      )}
      {found.length > 0 && (
        <View className="of-table" role="table" aria-label={t('people')}>
          <Head />
          {byTime(found).flatMap((hour) =>
            hour.people.map((person) => (
              <PersonRow key={person.id} person={person} onNote={() => setReading(person)} />
            )),
          )}
        </View>
      )}
      <View className="of-people-top no-print">
        <PagedEnd
          id="people"
          count={people.length}
          complete={complete}
          loading={error === undefined}
          error={complete ? undefined : error}
          onMore={onMore}
        />
      </View>
      {reading && <NoteSheet key={reading.id} person={reading} onClose={() => setReading(undefined)} />}
    </View>
  )
}
