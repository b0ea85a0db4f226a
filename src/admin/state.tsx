import type { StateWord } from './words'

/** A state as a word with a dot; the dot repeats what the word says. */
export function State({ state }: { state: StateWord }) {
  return (
    <span className={`m-state m-state-${state.tone}`}>
      <span className="m-dot" aria-hidden="true" />
      {state.word}
    </span>
  )
}
