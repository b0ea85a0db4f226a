import { slowness } from './door'
import { allowed, conditions, longest, losses, recovery, well } from './expected'
import { flowNames } from './flows'
import { services } from './ground'

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** `docs/resilience.md`, drawn from what the proof asks for. */
export function resiliencePage(): string {
  const table = flowNames.map((flow) =>
    row([
      flow,
      String(well[flow]),
      ...services.map((service) => {
        const endings = allowed(service, flow)
        return endings.join() === String(well[flow]) ? '' : endings.join(' or ')
      }),
    ]),
  )
  return `# When something is away

Drawn from \`src/bench/resilience/expected.ts\`; \`npm run proof\` holds a shop to it (\`resilience.proof.ts\`): each service is ${conditions.join(', ')} in turn while
everything in the first column is done at once. ${conditions[0]}: connections break at once. ${conditions[1]}: bytes are taken and none come back. ${conditions[2]}: it is
asked at once, and each answer takes ${slowness / 1000} seconds, so that it comes after everybody has gone. ${conditions[3]}: bytes come that nobody could have asked for. Every answer is there within ${longest / 1000} seconds, none is a 500, and ${recovery / 1000} seconds after the service is back everything is as it was.

${row(['what somebody does', 'all is well', ...services])}
${row(['---', '---', ...services.map(() => '---')])}
${table.join('\n')}

An empty cell: as when all is well.

${services.map((service) => `**${service}.** ${losses[service].words}`).join('\n\n')}

**Redis** is not needed: limits, jobs and what pages have to hear of go by Postgres.
`
}
