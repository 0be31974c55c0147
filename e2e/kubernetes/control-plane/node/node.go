// Package node is a Kubernetes node for tests: the real kubelet on a container runtime of its own (package runtime), which
// runs containers as namespaces of this machine.
//
// Only what a machine would have to provide is replaced: cAdvisor's measurements and the manager of cgroups. Volumes, probes,
// hooks, restarts, back-off and the status of pods are the kubelet's.
package node

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	cadvisorapi "github.com/google/cadvisor/info/v1"
	noop "go.opentelemetry.io/otel/trace/noop"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/clientcmd"
	"k8s.io/component-base/logs"
	kubeletapp "k8s.io/kubernetes/cmd/kubelet/app"
	"k8s.io/kubernetes/cmd/kubelet/app/options"
	"k8s.io/kubernetes/pkg/kubelet"
	kubeletconfig "k8s.io/kubernetes/pkg/kubelet/apis/config"
	cadvisortest "k8s.io/kubernetes/pkg/kubelet/cadvisor/testing"
	"k8s.io/kubernetes/pkg/kubelet/cm"
	kubeletutil "k8s.io/kubernetes/pkg/kubelet/util"
	"k8s.io/kubernetes/pkg/util/oom"
	"k8s.io/kubernetes/pkg/volume"
	"k8s.io/kubernetes/pkg/volume/configmap"
	"k8s.io/kubernetes/pkg/volume/downwardapi"
	"k8s.io/kubernetes/pkg/volume/emptydir"
	"k8s.io/kubernetes/pkg/volume/hostpath"
	"k8s.io/kubernetes/pkg/volume/projected"
	"k8s.io/kubernetes/pkg/volume/secret"
	"k8s.io/kubernetes/pkg/volume/util/hostutil"
	"k8s.io/kubernetes/pkg/volume/util/subpath"
	"k8s.io/mount-utils"

	"github.com/pulsarc/pulsarc/e2e/control-plane/runtime"
)

const (
	// Port is the kubelet's on the node's address.
	Port = 10250
	// Cores and Memory are what the scheduler believes a node to have.
	cores  = 16
	memory = 64 << 30
)

// machine is what cAdvisor would say of the node's machine.
type machine struct {
	*cadvisortest.Fake
}

func (machine) MachineInfo() (*cadvisorapi.MachineInfo, error) {
	return &cadvisorapi.MachineInfo{NumCores: cores, MemoryCapacity: memory}, nil
}

// Run runs a node until the process ends.
func Run(arguments []string) int {
	flags := flag.NewFlagSet("node", flag.ContinueOnError)
	name := flags.String("name", "node-0", "the node's name")
	zone := flags.String("zone", "zone-a", "the node's zone")
	address := flags.String("address", "", "the node's address")
	subnet := flags.String("pods", "", "the first three numbers of the addresses of its pods")
	kubeconfig := flags.String("kubeconfig", "kubeconfig", "how the API is reached")
	folder := flags.String("folder", ".", "the folder of the node's files")
	images := flags.String("images", "images.json", "what the images are (see package runtime)")
	if err := flags.Parse(arguments); err != nil {
		return 2
	}
	logs.InitLogs()
	labels := map[string]string{"topology.kubernetes.io/zone": *zone, "topology.kubernetes.io/region": "region"}
	store, err := runtime.ReadImages(*images)
	if err == nil {
		network := runtime.Network{Bridge: "pods", Prefix: *subnet}
		var containers *runtime.Runtime
		containers, err = runtime.New(filepath.Join(*folder, "runtime"), network, store)
		if err == nil {
			err = start(*name, *address, *folder, *kubeconfig, labels, containers)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	select {}
}

func start(name, address, folder, kubeconfig string, labels map[string]string, containers *runtime.Runtime) error {
	access, err := clientcmd.BuildConfigFromFlags("", kubeconfig)
	if err != nil {
		return err
	}
	access.QPS, access.Burst = 100, 200
	client, err := kubernetes.NewForConfig(access)
	if err != nil {
		return err
	}
	server, err := configuration(name, address, folder, labels)
	if err != nil {
		return err
	}
	ctx := context.Background()
	encryption, err := kubeletapp.InitializeTLS(ctx, &server.KubeletFlags, &server.KubeletConfiguration)
	if err != nil {
		return err
	}
	mounter := mount.New("")
	return kubeletapp.RunKubelet(ctx, server, &kubelet.Dependencies{
		KubeClient:                client,
		HeartbeatClient:           client,
		EventClient:               client.CoreV1(),
		RemoteRuntimeService:      containers,
		RemoteImageService:        containers,
		CAdvisorInterface:         machine{&cadvisortest.Fake{NodeName: name}},
		ContainerManager:          cm.NewStubContainerManager(),
		VolumePlugins:             plugins(),
		TLSOptions:                encryption,
		OOMAdjuster:               oom.NewFakeOOMAdjuster(),
		Mounter:                   mounter,
		Subpather:                 subpath.New(mounter),
		HostUtil:                  hostutil.NewHostUtil(),
		PodStartupLatencyTracker:  kubeletutil.NewPodStartupLatencyTracker(),
		NodeStartupLatencyTracker: kubeletutil.NewNodeStartupLatencyTracker(),
		TracerProvider:            noop.NewTracerProvider(),
	})
}

// plugins are the kinds of volumes that the tests' pods have; a claim leads to a directory.
func plugins() []volume.VolumePlugin {
	var all []volume.VolumePlugin
	all = append(all, emptydir.ProbeVolumePlugins()...)
	all = append(all, hostpath.ProbeVolumePlugins(volume.VolumeConfig{})...)
	all = append(all, secret.ProbeVolumePlugins()...)
	all = append(all, configmap.ProbeVolumePlugins()...)
	all = append(all, downwardapi.ProbeVolumePlugins()...)
	all = append(all, projected.ProbeVolumePlugins()...)
	return all
}

// configuration is the kubelet's, with the defaults of Kubernetes where nothing here speaks against them.
func configuration(name, address, folder string, labels map[string]string) (*options.KubeletServer, error) {
	flags := options.NewKubeletFlags()
	flags.RootDirectory = filepath.Join(folder, "kubelet")
	flags.CertDirectory = filepath.Join(folder, "certificates")
	flags.HostnameOverride = name
	flags.NodeIP = address
	flags.NodeLabels = labels
	flags.MaxPerPodContainerCount = 2
	config, err := options.NewKubeletConfiguration()
	if err != nil {
		return nil, err
	}
	config.Address = address
	config.Port = Port
	config.EnableServer = true
	config.HealthzPort = 0
	config.EnableDebuggingHandlers = true
	config.EnableControllerAttachDetach = false
	config.PodLogsDir = filepath.Join(folder, "logs")
	// Clients write their events to their logs, which tests read as a whole.
	config.ContainerLogMaxSize = "1Gi"
	config.ClusterDomain = "cluster.local"
	config.ClusterDNS = []string{runtime.NameServer}
	config.ResolverConfig = ""
	config.RegisterNode = true
	config.FailSwapOn = false
	// Nothing here is limited, and nothing evicted: the machine's own state is none of the test's.
	config.CgroupsPerQOS = false
	config.EnforceNodeAllocatable = nil
	config.EvictionHard = nil
	config.ImageGCHighThresholdPercent = 100
	config.ImageGCLowThresholdPercent = 99
	config.MakeIPTablesUtilChains = false
	// A Secret that changes is seen soon.
	config.ConfigMapAndSecretChangeDetectionStrategy = kubeletconfig.WatchChangeDetectionStrategy
	// Between two tries of a crashing container the kubelet writes a status only if it looks at the pod again.
	config.SyncFrequency.Duration = 5 * time.Second
	config.ProviderID = "bed://" + name
	config.ShutdownGracePeriod.Duration = 0
	return &options.KubeletServer{KubeletFlags: *flags, KubeletConfiguration: *config}, nil
}
