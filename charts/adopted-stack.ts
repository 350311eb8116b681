import {
  ADOPTED_HELM_RELEASE,
  type AdoptedHelmRelease,
  checkHelmRelease,
  componentsOfRelease,
  isHelmRelease,
} from './adopted-helm-release';
import { ADOPTED_GRAFANA, type AdoptedGrafana } from './grafana/adopted-grafana';
import type { Problem } from './kubernetes/problem';
import { objectOf, type Shape } from './kubernetes/shape';
import { ADOPTED_LOKI, type AdoptedLoki } from './loki/adopted-loki';
import { ADOPTED_PROMTAIL, type AdoptedPromtail } from './promtail/adopted-promtail';
import type { CollectorOptions } from './stack-collector';

/** A release that runs already, such as one that Helm installed, component by component. */
export interface AdoptedStack {
  readonly loki?: AdoptedLoki;
  readonly collector?: AdoptedPromtail;
  readonly grafana?: AdoptedGrafana;
}

/** As much of a stack's props as says what is taken over, and by what. */
interface AdoptingProps {
  readonly adopt?: AdoptedStack | AdoptedHelmRelease;
  readonly collector?: CollectorOptions;
  readonly grafana?: object | false;
}

const COMPONENTS = objectOf<AdoptedStack>({
  loki: ADOPTED_LOKI,
  collector: ADOPTED_PROMTAIL,
  grafana: ADOPTED_GRAFANA,
});

export const ADOPTED_RELEASE: Shape = (value, path, refuse) =>
  (isHelmRelease(value) ? ADOPTED_HELM_RELEASE : COMPONENTS)(value, path, refuse);

const hasPromtail = ({ collector }: AdoptingProps): boolean => (collector?.type ?? 'promtail') === 'promtail';

/** What is taken over of each component that the stack has; nothing of a Helm release that is refused. */
export function adoptedComponents(props: AdoptingProps): AdoptedStack {
  const { adopt = {}, grafana } = props;
  if (!isHelmRelease(adopt)) return adopt;
  if (checkHelmRelease(adopt).length > 0) return {};
  const { collector, grafana: ofGrafana, ...ofLoki } = componentsOfRelease(adopt);
  return {
    ...ofLoki,
    ...(hasPromtail(props) ? { collector } : {}),
    ...(grafana === false ? {} : { grafana: ofGrafana }),
  };
}

/** Refuses what there is nobody to take over. */
export function checkAdoptedStack(props: AdoptingProps): Problem[] {
  const { adopt = {}, grafana } = props;
  if (isHelmRelease(adopt)) return checkHelmRelease(adopt);
  return [
    ...(adopt.collector === undefined || hasPromtail(props)
      ? []
      : [
          {
            path: 'adopt.collector',
            message: 'is of a Promtail, and the stack has none',
            remedy: "leave it out, or set collector.type to 'promtail'",
          },
        ]),
    ...(adopt.grafana === undefined || grafana !== false
      ? []
      : [{ path: 'adopt.grafana', message: 'is of a Grafana, and the stack has none', remedy: 'leave it out' }]),
  ];
}
