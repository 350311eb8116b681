import type { AnnotationChoice, Choice, LabelChoice, PodSelection } from '../model/pods';
import type { PrometheusRule } from './job';
import { CONTAINER, NAMESPACE, podAnnotation, podLabel } from './meta-labels';

/** The rules that leave out the pods that are not chosen. */
export const selectionRules = ({ namespaces, labels, annotation, containers }: PodSelection): PrometheusRule[] => [
  ...(namespaces === undefined ? [] : [byName(NAMESPACE, namespaces)]),
  ...(labels === undefined ? [] : [byLabels(labels)]),
  ...(annotation === undefined ? [] : [byAnnotation(annotation)]),
  ...(containers === undefined ? [] : [byName(CONTAINER, containers)]),
];

const byName = (label: string, choice: Choice): PrometheusRule => ({
  action: 'include' in choice ? 'keep' : 'drop',
  source_labels: [label],
  regex: ('include' in choice ? choice.include : choice.exclude).map(globToRegex).join('|'),
});

function byLabels(choice: LabelChoice): PrometheusRule {
  const labels = Object.entries('include' in choice ? choice.include : choice.exclude);
  return {
    action: 'include' in choice ? 'keep' : 'drop',
    source_labels: labels.map(([name]) => podLabel(name)),
    regex: labels.map(([, value]) => escaped(value)).join(';'),
  };
}

const byAnnotation = (choice: AnnotationChoice): PrometheusRule =>
  'optIn' in choice
    ? { action: 'keep', source_labels: [podAnnotation(choice.optIn)], regex: 'true' }
    : { action: 'drop', source_labels: [podAnnotation(choice.optOut)], regex: 'false' };

const globToRegex = (glob: string): string => glob.split('*').map(escaped).join('.*');

/** Text as RE2 that matches exactly it. */
export const escaped = (text: string): string => text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
