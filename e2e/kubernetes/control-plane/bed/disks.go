package bed

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	core "k8s.io/api/core/v1"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/cache"
)

const (
	// Provisioner is the storage class's: its disks are directories that every node reaches.
	Provisioner = "e2e.pulsarc.dev/directory"
	// Who provides the disks of a claim is an annotation that the volume controller sets.
	provisionerOf = "volume.kubernetes.io/storage-provisioner"
)

// provide makes a directory for each claim of the class. It stays when its pod goes, and goes with its volume.
func provide(client kubernetes.Interface, factory informers.SharedInformerFactory, folder string) {
	made := func(object any) {
		claim, ok := object.(*core.PersistentVolumeClaim)
		if !ok || claim.Status.Phase != core.ClaimPending || claim.Spec.VolumeName != "" ||
			claim.Annotations[provisionerOf] != Provisioner {
			return
		}
		if err := volumeFor(client, claim, folder); err != nil {
			fmt.Fprintln(os.Stderr, "claim", claim.Name, err)
		}
	}
	_, _ = factory.Core().V1().PersistentVolumeClaims().Informer().AddEventHandler(cache.ResourceEventHandlerFuncs{
		AddFunc:    made,
		UpdateFunc: func(_, after any) { made(after) },
	})
	released := func(_, after any) {
		disk, ok := after.(*core.PersistentVolume)
		if !ok || disk.Status.Phase != core.VolumeReleased ||
			disk.Spec.PersistentVolumeReclaimPolicy != core.PersistentVolumeReclaimDelete ||
			disk.Annotations["pv.kubernetes.io/provisioned-by"] != Provisioner {
			return
		}
		if err := client.CoreV1().PersistentVolumes().Delete(
			context.Background(), disk.Name, meta.DeleteOptions{}); err == nil {
			_ = os.RemoveAll(disk.Spec.HostPath.Path)
		}
	}
	_, _ = factory.Core().V1().PersistentVolumes().Informer().AddEventHandler(cache.ResourceEventHandlerFuncs{
		UpdateFunc: released,
	})
}

func volumeFor(client kubernetes.Interface, claim *core.PersistentVolumeClaim, folder string) error {
	name := "pvc-" + string(claim.UID)
	path := filepath.Join(folder, name)
	if err := os.MkdirAll(path, 0o777); err != nil {
		return err
	}
	ctx := context.Background()
	policy := core.PersistentVolumeReclaimDelete
	if class, err := client.StorageV1().StorageClasses().Get(
		ctx, *claim.Spec.StorageClassName, meta.GetOptions{}); err == nil && class.ReclaimPolicy != nil {
		policy = *class.ReclaimPolicy
	}
	kind := core.HostPathDirectoryOrCreate
	_, err := client.CoreV1().PersistentVolumes().Create(ctx, &core.PersistentVolume{
		ObjectMeta: meta.ObjectMeta{
			Name:        name,
			Annotations: map[string]string{"pv.kubernetes.io/provisioned-by": Provisioner},
		},
		Spec: core.PersistentVolumeSpec{
			Capacity:                      claim.Spec.Resources.Requests,
			AccessModes:                   claim.Spec.AccessModes,
			PersistentVolumeReclaimPolicy: policy,
			StorageClassName:              *claim.Spec.StorageClassName,
			ClaimRef: &core.ObjectReference{
				Kind: "PersistentVolumeClaim", APIVersion: "v1",
				Namespace: claim.Namespace, Name: claim.Name, UID: claim.UID,
			},
			PersistentVolumeSource: core.PersistentVolumeSource{
				HostPath: &core.HostPathVolumeSource{Path: path, Type: &kind},
			},
		},
	}, meta.CreateOptions{})
	return err
}
