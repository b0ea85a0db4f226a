'use client'

import { useId, useState, type SubmitEvent } from 'react'
import type { OrderFile } from '#queries/admin-order-file'
import { Field } from '../field'
import { useVerb } from '../verb.client'

interface Props {
  id: string
  file: OrderFile
  mayManage: boolean
  /** The times of the notes, in the zone of the shop. */
  times: readonly string[]
}

/** What the desk keeps to itself about an order: who looks after it, tags and notes. */
export function OrderFilePanel({ id, file, mayManage, times }: Props) {
  return (
    <section className="m-panel">
      <h2>For us</h2>
      {mayManage ? <Filing id={id} file={file} /> : <Filed file={file} />}
      <h3>Notes</h3>
      {mayManage ? <NewNote id={id} /> : null}
      {file.notes.length === 0 ? <p className="m-muted">No note yet. The buyer never sees them.</p> : null}
      <ul className="m-notes">
        {file.notes.map(({ id: note, text, actor }, index) => (
          <li key={note}>
            <p>{text}</p>
            <span className="m-second">
              {actor}, {times[index]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Filed({ file: { tags, assigneeId, staff } }: { file: OrderFile }) {
  const name = staff.find((one) => one.id === assigneeId)?.name
  return (
    <p className="m-muted">
      {name ? `Looked after by ${name}.` : 'Nobody looks after it yet.'}
      {tags.length > 0 ? ` Tags: ${tags.join(', ')}.` : ''}
    </p>
  )
}

function Filing({ id, file }: { id: string; file: OrderFile }) {
  const verb = useVerb(`/orders/${id}/mark`, 'Filed')
  const select = useId()
  const list = useId()
  const [assigneeId, setAssignee] = useState(file.assigneeId ?? '')
  const [tags, setTags] = useState(file.tags.join(', '))
  const isChanged = assigneeId !== (file.assigneeId ?? '') || tags !== file.tags.join(', ')
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = tags.split(',').flatMap((tag) => tag.trim() || [])
    if (!verb.busy) void verb.run({ assigneeId: assigneeId || null, tags: given })
  }
  return (
    <form className="m-file" onSubmit={submit}>
      <div className="m-field">
        <label htmlFor={select}>Looked after by</label>
        <select id={select} value={assigneeId} onChange={(event) => setAssignee(event.target.value)}>
          <option value="">Nobody</option>
          {file.staff.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </div>
      <Field
        label="Tags"
        optional
        hint="Separated by commas."
        list={list}
        value={tags}
        maxLength={800}
        onChange={(event) => setTags(event.target.value)}
      />
      <datalist id={list}>
        {file.knownTags.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <Refused text={verb.refusal} />
      <button type="submit" className="m-button" disabled={!isChanged || verb.busy}>
        Save
      </button>
    </form>
  )
}

function NewNote({ id }: { id: string }) {
  const verb = useVerb(`/orders/${id}/note`, 'Noted')
  const area = useId()
  const [text, setText] = useState('')
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!verb.busy) void verb.run({ text }).then((done) => done && setText(''))
  }
  return (
    <form className="m-file" onSubmit={submit}>
      <div className="m-field">
        <label htmlFor={area}>New note</label>
        <textarea
          id={area}
          rows={3}
          maxLength={2_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <Refused text={verb.refusal} />
      <button type="submit" className="m-button" disabled={text.trim() === '' || verb.busy}>
        Add note
      </button>
    </form>
  )
}

const Refused = ({ text }: { text: string | undefined }) =>
  text ? (
    <p role="alert" className="m-refusal">
      {text}
    </p>
  ) : null
