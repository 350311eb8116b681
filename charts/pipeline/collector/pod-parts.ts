import type { Container, Volume, VolumeMount } from '../../kubernetes/types';
import type { HostFolder, IntakePort } from '../compile/needs';

/** Folders of the node as volumes of a pod. */
export const folderVolumes = (folders: readonly HostFolder[]): readonly Volume[] =>
  folders.map(({ name, path, mayBeMissing }) => ({
    name,
    hostPath: { path, type: mayBeMissing ? 'DirectoryOrCreate' : undefined },
  }));

/** They are where they are on the node, so that positions in them stay valid whoever reads. */
export const folderMounts = (folders: readonly HostFolder[]): readonly VolumeMount[] =>
  folders.map(({ name, path }) => ({ name, mountPath: path, readOnly: true }));

export const containerPorts = (ports: readonly IntakePort[]): NonNullable<Container['ports']> =>
  ports.map(({ name, port, protocol }) => ({
    name,
    containerPort: port,
    protocol: protocol === 'TCP' ? undefined : protocol,
  }));
